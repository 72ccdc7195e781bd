import { setTimeout } from 'node:timers/promises'
import { meetMisfortune } from './misfortunes.ts'
import { tinyDimensions } from './tiny-model.ts'

class Tensor {
  readonly type: string
  readonly data: BigInt64Array | Float32Array
  readonly dims: readonly number[]

  constructor(type: string, data: BigInt64Array | Float32Array, dims: readonly number[]) {
    this.type = type
    this.data = data
    this.dims = dims
  }
}

/** Every token's vector points where its concept's does, and a little where its letters' do. */
class InferenceSession {
  readonly inputNames = ['input_ids', 'attention_mask']
  readonly outputNames = ['last_hidden_state']
  readonly #weights: string

  constructor(weights: string) {
    this.#weights = weights
  }

  static async create(bytes: Uint8Array): Promise<InferenceSession> {
    const weights = Buffer.from(bytes).toString('utf8')
    if (weights === 'stuck') await setTimeout(3_600_000)
    if (!['good', 'noise', 'narrow'].includes(weights)) throw new Error('Protobuf parsing failed.')
    return new InferenceSession(weights)
  }

  async run({ input_ids }: Record<string, Tensor>): Promise<Record<string, Tensor>> {
    const ids = Array.from(input_ids!.data, Number)
    await meetMisfortune(ids)
    const width = this.#weights === 'narrow' ? tinyDimensions / 2 : tinyDimensions
    const data = new Float32Array(ids.length * width)
    for (const [i, id] of ids.entries()) {
      if (this.#weights === 'noise') data[i * width + (i % width)] = 1
      else if (id >= 100) data[i * width + Math.floor(id / 100)] = 1
      else data[i * width + id] = 0.1
    }
    return { last_hidden_state: new Tensor('float32', data, [1, ids.length, width]) }
  }

  async release(): Promise<void> {}
}

export default { InferenceSession, Tensor, env: {} }
