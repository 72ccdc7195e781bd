import type { CallContext, CodedError } from '@marketplace-agent/domain'
import { type MonotonicClock, whenStopped } from '../when-stopped.ts'

/** An input that waits for what the model makes of it. */
export interface Job<Input> {
  readonly input: Input
  resolve(output: Float32Array): void
  /** Fails the call that the input is of. */
  reject(error: CodedError): void
}

export interface CallQueue<Input> {
  /** Resolves with an output for each input when each job was resolved. */
  add(inputs: readonly Input[], context: Pick<CallContext, 'signal' | 'deadline'>): Promise<Float32Array[]>
  /** The input that is to be run next; undefined when none waits. */
  next(): Job<Input> | undefined
  rejectAll(error: CodedError): void
}

/** A call of so many inputs at most is one that a customer waits for. */
const longestQuery = 2

interface Call<Input> {
  readonly inputs: readonly Input[]
  readonly outputs: Float32Array[]
  /** How many of the inputs were taken. */
  taken: number
  resolve(outputs: Float32Array[]): void
  reject(error: CodedError): void
}

/**
 * Calls in the order in which they came, but those of one or two inputs before all others, so that a customer waits for one
 * text of an index build at most. Who gives up or is out of time is rejected at once, and the rest of its inputs dropped.
 */
export function createCallQueue<Input>(clock: MonotonicClock): CallQueue<Input> {
  const queries = new Set<Call<Input>>()
  const bulk = new Set<Call<Input>>()

  function jobOf(call: Call<Input>): Job<Input> {
    const input = call.inputs[call.taken++]!
    return {
      input,
      resolve(output) {
        call.outputs.push(output)
        if (call.outputs.length === call.inputs.length) call.resolve(call.outputs)
      },
      reject: call.reject,
    }
  }

  return {
    add(inputs, context) {
      const { promise, resolve, reject } = Promise.withResolvers<Float32Array[]>()
      const lane = inputs.length <= longestQuery ? queries : bulk
      const call: Call<Input> = {
        inputs,
        outputs: [],
        taken: 0,
        resolve,
        reject(error) {
          lane.delete(call)
          reject(error)
        },
      }
      if (inputs.length === 0) resolve([])
      else lane.add(call)
      const release = whenStopped(context, clock, call.reject)
      return promise.finally(release)
    },
    next() {
      for (const lane of [queries, bulk]) {
        for (const call of lane) {
          const job = jobOf(call)
          if (call.taken === call.inputs.length) lane.delete(call)
          return job
        }
      }
      return undefined
    },
    rejectAll(error) {
      for (const lane of [queries, bulk]) for (const call of lane) call.reject(error)
    },
  }
}
