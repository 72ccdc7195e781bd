import type { CallContext, Order } from '@marketplace-agent/domain'
import type { Store } from '@marketplace-agent/store'
import type { ConcernedNumber, TurnNote } from '../agent/turn-note.ts'
import type { Person } from './redact/people.ts'

async function orderNumber({ kind, number }: ConcernedNumber, store: Store, context: CallContext) {
  if (kind === 'order') return number
  const found =
    kind === 'complaint'
      ? await store.complaint(number, context)
      : kind === 'refund'
        ? await store.refund(number, context)
        : await store.delivery(number, context)
  return found?.order ?? null
}

const personOf = ({ customer, address }: Order): Person => ({ ...customer, address })

/** Whom a message may be about, as the shop's records have them: by each number and e-mail said or proved. */
export async function concernedPeople(
  { emails, numbers }: TurnNote['concerns'],
  store: Store,
  context: CallContext,
): Promise<readonly Person[]> {
  const people: Person[] = []
  const asked = new Set<string>()
  const known = [...emails]
  for (const concerned of numbers) {
    const number = await orderNumber(concerned, store, context)
    const order = number === null ? null : await store.order(number, context)
    if (order !== null) {
      people.push(personOf(order))
      known.push(order.customer.email)
    }
  }
  for (const email of known) {
    const key = email.toLowerCase()
    if (asked.has(key)) continue
    asked.add(key)
    people.push({ name: '', email, address: null }, ...(await store.ordersByEmail(email, context)).map(personOf))
  }
  return people
}
