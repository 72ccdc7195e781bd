import type { ComplaintState, OrderState, RefundState } from '../schema/records.ts'

/** One way a record's state moves; from null it is made. `by`: the agent with the customer's yes, or the shop's people. */
export interface Move<State> {
  readonly from: State | null
  readonly to: State
  readonly by: 'agent' | 'shop'
}

interface States {
  order: OrderState
  refund: RefundState
  complaint: ComplaintState
}
export type MachineKind = keyof States

export const stateMachines: { readonly [Kind in MachineKind]: readonly Move<States[Kind]>[] } = {
  order: [
    { from: null, to: 'processing', by: 'shop' },
    { from: 'processing', to: 'cancelled', by: 'agent' },
    { from: 'processing', to: 'shipped', by: 'shop' },
    { from: 'shipped', to: 'in_transit', by: 'shop' },
    { from: 'shipped', to: 'out_for_delivery', by: 'shop' },
    { from: 'shipped', to: 'delivered', by: 'shop' },
    { from: 'in_transit', to: 'out_for_delivery', by: 'shop' },
    { from: 'in_transit', to: 'delivered', by: 'shop' },
    { from: 'out_for_delivery', to: 'in_transit', by: 'shop' },
    { from: 'out_for_delivery', to: 'delivered', by: 'shop' },
  ],
  refund: [
    { from: null, to: 'requested', by: 'agent' },
    { from: 'requested', to: 'approved', by: 'shop' },
    { from: 'requested', to: 'rejected', by: 'shop' },
    { from: 'approved', to: 'paid', by: 'shop' },
    { from: 'approved', to: 'rejected', by: 'shop' },
  ],
  complaint: [
    { from: null, to: 'open', by: 'agent' },
    { from: 'open', to: 'in_review', by: 'shop' },
    { from: 'open', to: 'resolved', by: 'shop' },
    { from: 'open', to: 'closed', by: 'shop' },
    { from: 'in_review', to: 'resolved', by: 'shop' },
    { from: 'in_review', to: 'closed', by: 'shop' },
    { from: 'resolved', to: 'in_review', by: 'shop' },
    { from: 'resolved', to: 'closed', by: 'shop' },
  ],
}

const movesOf = <Kind extends MachineKind>(kind: Kind, from: States[Kind] | null, to: States[Kind]) =>
  stateMachines[kind].filter((move) => move.from === from && move.to === to)

/** Whether a record of this kind may go from one state to another; from null: whether it may be made so. */
export const canMove = <Kind extends MachineKind>(kind: Kind, from: States[Kind] | null, to: States[Kind]): boolean =>
  movesOf(kind, from, to).length > 0

/** Whether the agent may move it, with the customer's yes. */
export const agentMayMove = <Kind extends MachineKind>(
  kind: Kind,
  from: States[Kind] | null,
  to: States[Kind],
): boolean => movesOf(kind, from, to).some(({ by }) => by === 'agent')
