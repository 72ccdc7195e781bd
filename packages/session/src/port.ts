import type { CallContext } from '@marketplace-agent/domain'

/** Conversations by id, each a value of type T (plain JSON), forgotten an hour after its last use. */
export interface SessionStore<T> {
  /**
   * The only way to change a conversation. Calls for one id are taken one after the other, in the order they came;
   * `change` gets the present state (null: none yet, or expired) and gives the next one and a result.
   * When it throws, nothing is changed. A state given out is never changed by a later call.
   */
  transact<R>(
    id: string,
    change: (state: T | null) => Promise<{ readonly state: T; readonly result: R }>,
    context: CallContext,
  ): Promise<R>
  read(id: string, context: CallContext): Promise<T | null>
  delete(id: string, context: CallContext): Promise<void>
  status(context: CallContext): Promise<{ readonly adapter: string; readonly conversations: number }>
  close(): Promise<void>
}
