/** Values pushed on one side, taken on the other, in order. */
export interface Channel<T> extends AsyncIterable<T> {
  push(value: T): void
  end(): void
  fail(error: Error): void
}

export function createChannel<T>(): Channel<T> {
  const waiting: T[] = []
  let state: { ended: false } | { ended: true; error: Error | null } = { ended: false }
  let wake: (() => void) | null = null
  const stir = () => {
    wake?.()
    wake = null
  }
  return {
    push(value) {
      waiting.push(value)
      stir()
    },
    end() {
      state = { ended: true, error: null }
      stir()
    },
    fail(error) {
      state = { ended: true, error }
      stir()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (waiting.length > 0) yield waiting.shift() as T
        if (state.ended) {
          if (state.error !== null) throw state.error
          return
        }
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
