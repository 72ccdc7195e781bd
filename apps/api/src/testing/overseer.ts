import type { AuditEntry, Change, OrderRecord, Proposal, ShopRecords } from '@marketplace-agent/domain'
import { customers } from './random-shop.ts'
import * as model from './rules-model.ts'

/** What was asked of the server in one request, and what it answered. */
export interface Asked {
  readonly room: string
  readonly kind: 'chat' | 'confirm' | 'other'
  /** A chat message that says yes to what was asked last. */
  readonly yes: boolean
  /** The proposal that a button confirms. */
  readonly proposal: string | null
  /** The caller's name for a chat message. */
  readonly messageId?: string | null
  /** What was typed, numbers and e-mails in it included. */
  readonly said: string
  readonly body: string
}

interface Room {
  readonly strong: boolean
  readonly said: string[]
  /** What the last answer in chat asked a yes for. */
  asked: string | null
  /** The answer to each message that has a name: once more the same, it asks for nothing. */
  readonly answers: Map<string, string>
}

const norm = (text: string) => text.toLowerCase()

/** All proposals in an answer, wherever they stand. */
function proposalsIn(value: unknown): Proposal[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'expires' in value && 'summary' in value && 'before' in value ? [value as Proposal] : []
  return [...own, ...Object.values(value).flatMap(proposalsIn)]
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Whether a text has an amount, as JSON has it or as it is told. */
const hasAmount = (text: string, amount: number) =>
  [
    String(amount),
    amount.toLocaleString('en-US', { minimumFractionDigits: 2 }),
    amount.toLocaleString('en-US', { maximumFractionDigits: 2 }),
  ].some((written) => {
    for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
      if (!/[\d.,]/.test(text[at - 1] ?? '') && !/\d/.test(text[at + written.length] ?? '')) return true
    }
    return false
  })

/** Watches all that is asked and answered, and every change; `fault` says the first thing that must never happen. */
export function createOverseer(records: ShopRecords, terms: model.Terms, fingerprint: (room: string) => string) {
  const rooms = new Map<string, Room>()
  const shown = new Map<string, { readonly room: string; readonly proposal: Proposal }>()
  const done = new Set<string>()
  const tally = new Map<string, number>()
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)
  const of = <T extends { order: string }>(list: readonly T[], number: string) =>
    list.filter(({ order }) => order === number)
  const state = new Map<string, OrderRecord>(
    records.orders.map((order) => [
      order.number,
      {
        version: 0,
        order,
        deliveries: [],
        complaints: of(records.complaints, order.number),
        refunds: of(records.refunds, order.number),
      },
    ]),
  )
  const ownerOf = (number: string) => {
    const email = state.get(number)?.order.customer.email
    return customers.findIndex((customer) => customer.email === email)
  }
  const amounts = customers.map((_, owner) =>
    records.orders
      .filter(({ number }) => ownerOf(number) === owner)
      .flatMap(({ total, items }) => [total, ...items.map(({ unit_price }) => unit_price)]),
  )
  /** Where orders were asked to go, by whom they belong to. */
  const streets = new Map<string, number>()

  /** Whether an e-mail and an order number on it were both given; where the id can be guessed, the e-mail just now. */
  function proved(room: Room, owner: number, message: string): boolean {
    const heard = norm(room.said.join('\n'))
    const email = customers[owner]?.email ?? ''
    return (
      (room.strong ? heard : norm(message)).includes(email) &&
      [...state.keys()].some((number) => ownerOf(number) === owner && heard.includes(norm(number)))
    )
  }

  function leak(asked: Asked, room: Room): string | null {
    const typed = norm(room.strong ? room.said.join('\n') : asked.said)
    for (const owner of customers.keys()) {
      if (proved(room, owner, asked.said)) continue
      const told = (text: string) => asked.body.includes(text)
      const words = Object.values(customers[owner] ?? {})
      // What was typed where anybody may read is no secret.
      const theirs = [...streets].flatMap(([street, whose]) =>
        whose === owner && !room.said.some((text) => text.includes(street)) ? street : [],
      )
      const found =
        words.find((secret) => told(secret) && !typed.includes(norm(secret))) ??
        theirs.find(told) ??
        amounts[owner]?.find((amount) => hasAmount(asked.body, amount))
      if (found !== undefined) return `tells "${found}" of ${customers[owner]?.name} in ${asked.room}`
    }
    return null
  }

  /** What a change breaks, as things stood before it. */
  function brokenBy(
    { record, before, after }: Change,
    record0: OrderRecord,
    proposal: Proposal,
    now: Date,
  ): string | null {
    const { order } = record0
    if (record === 'refund') {
      const left = model.centsLeft(record0)
      const given = Math.round(after.amount * 100)
      if (before !== null || after.state !== 'requested' || after.order !== order.number) return 'is no new refund'
      if (!model.mayComeBack(record0, after.items, now, terms)) return 'may not come back'
      if (given <= 0 || given > left || given > model.centsOf(record0, after.items)) return 'is a wrong sum'
      if ((order.discount ?? 0) === 0 && given !== Math.min(left, model.centsOf(record0, after.items)))
        return 'is not what was paid'
      return after.amount === proposal.amount ? null : 'is another sum than was said'
    }
    if (record === 'complaint') {
      if (before !== null || after.state !== 'open' || after.order !== order.number) return 'is no new complaint'
      return model.mayComplain(record0, after.reason, after.product_id) ? null : 'may not be filed'
    }
    if (record === 'delivery') return 'moves a parcel that is not there'
    if (JSON.stringify(before) !== JSON.stringify(order)) return 'is of an order that stood otherwise'
    if (proposal.tool === 'cancel_order') {
      const only = { ...order, state: 'cancelled', expected_date: null, cancelled_at: after.cancelled_at }
      if (!model.mayBeCancelled(record0) || JSON.stringify(sorted(after)) !== JSON.stringify(sorted(only)))
        return 'may not be cancelled so'
      return Math.round((proposal.amount ?? 0) * 100) === model.centsLeft(record0) ? null : 'promises a wrong sum'
    }
    const only = { ...order, address: after.address }
    if (!model.mayMove(record0, after.address) || JSON.stringify(sorted(after)) !== JSON.stringify(sorted(only)))
      return 'may not be moved so'
    return proposal.after.some(({ text }) => text.includes(after.address.line1)) ? null : 'goes elsewhere than was said'
  }

  const sorted = (value: object) => Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))

  function apply(change: Change) {
    const number = change.record === 'order' ? change.after.number : change.after.order
    const before = state.get(number)
    if (before === undefined) throw new Error(`${number} is no order.`)
    if (change.record === 'order') state.set(number, { ...before, order: change.after })
    if (change.record === 'refund') state.set(number, { ...before, refunds: [change.after, ...before.refunds] })
    if (change.record === 'complaint')
      state.set(number, { ...before, complaints: [change.after, ...before.complaints] })
  }

  /** Whether one of the requests was a yes to this proposal, when it was what had been asked. */
  function wasConfirmed(id: string, room: string, batch: readonly (Asked & { readonly askedBefore: string | null })[]) {
    return batch.some(
      (asked) =>
        asked.room === room &&
        ((asked.kind === 'confirm' && asked.proposal === id) || (asked.yes && asked.askedBefore === id)),
    )
  }

  function commitFault(entry: AuditEntry, batch: Parameters<typeof wasConfirmed>[2], now: Date): string | null {
    const { proposal: id, changes, order: number } = entry
    const known = id === null ? undefined : shown.get(id)
    if (id === null || known === undefined) return 'was never proposed'
    if (done.has(id)) return 'was committed before'
    done.add(id)
    const { proposal, room } = known
    const record = state.get(number ?? '')
    if (record === undefined || number !== proposal.order_number || entry.tool !== proposal.tool)
      return 'is not what was proposed'
    if (entry.conversation !== fingerprint(room)) return 'is of another conversation'
    if (!wasConfirmed(id, room, batch)) return 'was not confirmed'
    if (now.getTime() >= Date.parse(proposal.expires) + 1000) return 'had expired'
    const inRoom = rooms.get(room)
    const owner = ownerOf(number)
    if (inRoom === undefined || !batch.some(({ said, room: where }) => where === room && proved(inRoom, owner, said)))
      return 'was confirmed without proof'
    if (changes.length !== 1) return `has ${changes.length} changes`
    for (const change of changes) {
      const broken = brokenBy(change, record, proposal, now)
      if (broken !== null) return broken
      apply(change)
    }
    count(proposal.tool)
    return null
  }

  return {
    tally,
    state,
    /** A customer's order is to go to a street that no other is asked to go to. */
    sentTo: (street: string, owner: number) => streets.set(street, owner),
    /** A room where things are said; `strong`: nobody can guess its id. */
    open: (room: string, strong: boolean) => rooms.set(room, { strong, said: [], asked: null, answers: new Map() }),
    forget(room: string) {
      const known = rooms.get(room)
      if (known !== undefined) known.asked = null
    },
    proposals: () => [...shown].map(([id, { room, proposal }]) => ({ id, room, proposal })),
    /** The shop itself changes an order. */
    changed: apply,
    /** What was asked at once, with what came of it: in words what must not be, or null. */
    watch(requests: readonly Asked[], committed: readonly AuditEntry[], now: Date): string | null {
      for (const { room, said } of requests) rooms.get(room)?.said.push(said)
      const batch = requests.map((asked) => {
        const room = rooms.get(asked.room)
        if (room === undefined) throw new Error(`${asked.room} is no room.`)
        const askedBefore = room.asked
        const answer = parsed(asked.body)
        for (const proposal of proposalsIn(answer)) {
          if (!shown.has(proposal.id)) {
            shown.set(proposal.id, { room: asked.room, proposal })
            count('proposed')
          }
        }
        const { messageId = null } = asked
        const repeated = messageId !== null && room.answers.get(messageId) === asked.body
        if (messageId !== null) room.answers.set(messageId, asked.body)
        if (asked.kind === 'chat' && !repeated) {
          const { proposal, response = '' } = (answer ?? {}) as { proposal?: Proposal; response?: string }
          room.asked = proposal !== undefined && response.includes(proposal.summary) ? proposal.id : null
        }
        return { ...asked, askedBefore }
      })
      for (const asked of requests) {
        const room = rooms.get(asked.room)
        const found = room === undefined ? null : leak(asked, room)
        if (found !== null) return found
      }
      for (const entry of committed) {
        const fault = commitFault(entry, batch, now)
        if (fault !== null) return `commit of ${entry.proposal} (${entry.tool} ${entry.order}) ${fault}`
      }
      return null
    },
  }
}
