/**
 * - missing: not all of the files are there
 * - damaged: the files are there and are not the model's
 * - unusable: the files can't be read or loaded here, whatever is in them
 */
export type FaultKind = 'missing' | 'damaged' | 'unusable'

/** Why a model can't be used: half a sentence for the operator, without a customer's words. */
export class ModelFault extends Error {
  readonly kind: FaultKind

  constructor(kind: FaultKind, reason: string) {
    super(reason)
    this.name = 'ModelFault'
    this.kind = kind
  }
}
