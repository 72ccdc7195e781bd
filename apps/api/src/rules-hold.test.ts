import { join } from 'node:path'
import type { Order, ShopRecords, ToolResult } from '@marketplace-agent/domain'
import { createMaintenance } from '@marketplace-agent/store'
import * as fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAttempts } from './identity/attempts.ts'
import { createProver } from './identity/prove.ts'
import type { Knowledge } from './knowledge.ts'
import { type Asked, createOverseer } from './testing/overseer.ts'
import { customers, firstMoment, numberOf, randomRecords } from './testing/random-shop.ts'
import {
  type Say,
  type Step,
  answers,
  allRooms,
  guessable,
  roomOf,
  sequences,
  small,
  stranger,
  yeses,
} from './testing/random-steps.ts'
import * as model from './testing/rules-model.ts'
import { handClock, openTestKnowledge, startTestApp } from './testing/test-app.ts'

let knowledge: Knowledge
beforeAll(async () => {
  knowledge = await openTestKnowledge()
})
afterAll(() => knowledge.close())

const pick = <T>(list: readonly T[], index: number) => list[index % list.length] as T

/**
 * Plays one sequence on a shop of its own; whatever must not be throws an Error with all that was said. That what may be
 * is also done is asked of forms and buttons, whose answer is known beforehand.
 */
async function play(records: ShopRecords, steps: readonly Step[], tally: Map<string, number>) {
  const clock = handClock(firstMoment)
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const shop = { ...knowledge.shop, records }
  const test = await startTestApp({
    clock,
    log,
    knowledge: { ...knowledge, shop },
    // As it is, but for the waits that slow guessing down.
    change: (services) => {
      const prove = createProver({ store: services.store, attempts: createAttempts({ clock }), wait: async () => {} })
      return { ...services, identity: { ...services.identity, prove }, agent: { ...services.agent, prove } }
    },
  })
  const { services, context } = test
  const { policies, time_zone: timeZone } = shop.settings
  const terms: model.Terms = {
    windowDays: policies['returns']?.['window_days'] as number,
    excluded: policies['returns']?.['excluded_categories'] as string[],
    alwaysFor: policies['returns']?.['always_for'] as string[],
    reportDays: policies['complaints']?.['report_days'] as number,
    timeZone,
    categoryOf: (id) => shop.catalog.get(id)?.category,
  }
  const overseer = createOverseer(records, terms, services.identity.fingerprint)
  for (const id of allRooms) overseer.open(id, id !== guessable)
  const transcript: string[] = []
  let seen = 0
  let streets = 400
  let notTheirs: string | null = null
  const answered = new Map<string, string>()

  async function request(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    payload: object | null,
    token: string | null,
    headers = {},
  ) {
    const { statusCode, body } = await test.send(method, url, {
      ...(payload !== null && { body: payload }),
      ...(token !== null && { token }),
      headers,
    })
    if (statusCode >= 500) throw new Error(`${url} ${JSON.stringify(payload)} gives ${statusCode}: ${logged.at(-1)}`)
    return { statusCode, body }
  }

  /** Has what was asked and what came of it looked at. Gives the new entries of the audit log. */
  async function watch(asked: readonly Asked[]) {
    const entries = await services.store.auditEntries(seen, 1000, context)
    seen = entries.at(-1)?.sequence ?? seen
    const fault = overseer.watch(
      asked,
      entries.filter(({ event }) => event === 'committed'),
      clock.now(),
    )
    if (fault !== null) throw new Error(fault)
    return entries
  }

  const openFor = async (one: number, id: string) =>
    services.gate.openProposal(
      id,
      { kind: 'customer', number: numberOf(one, 0), email: customers[one]?.email ?? '' },
      context,
    )

  const emailOf = (one: number, mail: Say['mail']) =>
    mail === 'none' || one === stranger ? '' : (customers[mail === 'own' ? one : 2]?.email ?? '')
  const ownerOf = (one: number, { own, words }: Say) => (own && one !== stranger ? one : (one + 1 + (words % 2)) % 3)
  const orderOf = (one: number, given: Say): Order => {
    const number = numberOf(ownerOf(one, given), given.order)
    return overseer.state.get(number)?.order as Order
  }

  function newStreet(one: number): string {
    const street = `${++streets} Newfield Road`
    if (one !== stranger) overseer.sentTo(street, one)
    return street
  }

  function textOf(one: number, given: Say): string {
    const { number, items } = orderOf(one, given)
    const { name } = pick(items, given.item)
    const mail = emailOf(one, given.mail)
    const text = {
      prove: `My order is ${number}.`,
      list: 'list my orders',
      details: `show me the details of ${number}`,
      status: `what about my refund for ${number}?`,
      cancel: `cancel ${number} please`,
      move: `change the delivery address of ${number} to ${given.as === 'move' ? newStreet(one) : ''}, Albany, NY 12203`,
      refund: `I want a refund for ${given.quantity} ${name} of ${number}`,
      everything: `I want to return everything of ${number}`,
      complain: `I want to complain about ${number}: the ${name} arrived damaged, I want my money back`,
      other: pick(small, given.words),
    }[given.as]
    return mail === '' ? text : `${text} My email is ${mail}`
  }

  async function chat(
    one: number,
    id: string,
    message: string,
    yes: boolean,
    messageId: string | null = null,
  ): Promise<Asked> {
    const given = { message, session_id: id, ...(messageId !== null && { message_id: messageId }) }
    const { body } = await request('POST', '/api/chat', given, null)
    transcript.push(
      `${one} in ${id.slice(-5)}: ${message}\n    → ${(JSON.parse(body) as { response?: string }).response ?? body}`,
    )
    return { room: id, kind: 'chat', yes, proposal: null, messageId, said: message, body }
  }

  /** A token of a customer's for a room of theirs; of nobody's for the stranger. */
  async function tokenFor(one: number, id: string, kind: 'own' | 'none' | 'garbled'): Promise<string | null> {
    if (kind === 'none' || id === guessable) return null
    if (one === stranger) return kind === 'garbled' ? 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA' : null
    const number = numberOf(one, 0)
    const { email } = customers[one as 0 | 1]
    const { body } = await request('POST', '/api/proof', { number, email, session_id: id }, null)
    await watch([{ room: id, kind: 'other', yes: false, proposal: null, said: `${number} ${email}`, body }])
    const { token } = JSON.parse(body) as { token?: string }
    if (token === undefined) return null
    return kind === 'own' ? token : `${token.slice(0, -9)}AAAAAAAAA`
  }

  function formOf(one: number, given: Say) {
    const { number, items } = orderOf(one, given)
    const { product_id } = pick(items, given.item)
    const { quantity, words } = given
    const record = overseer.state.get(number) as NonNullable<ReturnType<typeof overseer.state.get>>
    const at = `/api/orders/${number}`
    const line1 = words % 5 === 0 ? 'PO Box 12' : newStreet(one)
    const address = {
      line1,
      city: 'Albany',
      region: 'NY',
      postal_code: '12203',
      country: words % 7 === 0 ? 'CA' : 'US',
    }
    const bought = [{ product_id, quantity }]
    const reason = pick(['damaged', 'late', 'other', 'defective'] as const, words)
    const now = clock.now()
    switch (given.as) {
      case 'cancel':
        return { url: `${at}/cancellation`, payload: {}, number, may: model.mayBeCancelled(record) }
      case 'move':
        return { url: `${at}/address`, payload: { address }, number, may: model.mayMove(record, address) }
      case 'refund':
      case 'everything': {
        const may = model.mayComeBack(record, bought, now, terms)
        return {
          url: '/api/refunds',
          payload: { order_number: number, items: bought, reason: 'Too big.' },
          number,
          may,
        }
      }
      case 'complain': {
        const may = model.mayComplain(record, reason, product_id)
        return {
          url: '/api/complaints',
          payload: { order_number: number, text: 'It creaks.', reason, product_id },
          number,
          may,
        }
      }
      case 'list':
        return { url: '/api/orders', payload: null, number, may: true }
      case 'status':
        return { url: `/api/refunds?order_number=${number}`, payload: null, number, may: true }
      default:
        return { url: at, payload: null, number, may: true }
    }
  }

  async function fillIn({ who: one, room: where, form, token: kind }: Extract<Step, { do: 'form' }>) {
    const id = roomOf(one, where)
    const token = await tokenFor(one, id, kind)
    const { url, payload, number, may } = formOf(one, form)
    const open = await openFor(one, id)
    const { statusCode, body } = await request(payload === null ? 'GET' : 'POST', url, payload, token)
    transcript.push(
      `${one} in ${id.slice(-5)} (${kind}): ${url} ${JSON.stringify(payload)}\n    → ${statusCode} ${body.slice(0, 300)}`,
    )
    await watch([{ room: id, kind: 'other', yes: false, proposal: null, said: JSON.stringify(payload), body }])
    if (token === null || kind !== 'own') expect(statusCode).toBe(401)
    else if (form.as === 'list') expect(statusCode).toBe(200)
    else if (ownerOf(one, form) !== one) {
      const { detail } = JSON.parse(body) as { detail: string }
      expect(statusCode).toBe(403)
      notTheirs ??= detail
      expect(detail).toBe(notTheirs)
      const unknown = await request(
        payload === null ? 'GET' : 'POST',
        url.replace(number, 'ORD-9999'),
        payload === null ? null : JSON.parse(JSON.stringify(payload).replace(number, 'ORD-9999')),
        token,
      )
      await watch([])
      expect((JSON.parse(unknown.body) as { detail: string }).detail).toBe(detail)
    } else if (payload !== null) {
      const { outcome, data } = (statusCode === 200 ? JSON.parse(body) : { outcome: 'refused' }) as ToolResult
      if (!may) expect(outcome).toBe('refused')
      else if (open === null) expect(data).toMatchObject({ kind: 'proposal', proposal: { order_number: number } })
    }
  }

  async function press({ who: one, which, drop, key, times: often, token: kind }: Extract<Step, { do: 'press' }>) {
    const known = overseer.proposals().toReversed()
    if (known.length === 0) return
    const found = pick(known, which)
    const mine = [0, 1, 2, 3].some((index) => roomOf(one, index) === found.room)
    const id = mine ? found.room : roomOf(one, 0)
    const token = await tokenFor(one, id, kind)
    const open = await openFor(one, id)
    const headers = key === 0 ? {} : { 'idempotency-key': `key-${key}` }
    const url = `/api/proposals/${found.id}/${drop ? 'drop' : 'confirm'}`
    const results = await Promise.all(
      Array.from({ length: often }, () => request('POST', url, null, token, drop ? {} : headers)),
    )
    for (const { statusCode, body } of results)
      transcript.push(
        `${one} in ${id.slice(-5)} (${kind}) ${url} ${JSON.stringify(headers)}\n    → ${statusCode} ${body.slice(0, 200)}`,
      )
    const entries = await watch(
      results.map(({ body }) => ({
        room: id,
        kind: drop ? 'other' : 'confirm',
        yes: false,
        proposal: found.id,
        said: '',
        body,
      })),
    )
    const statuses = new Set(results.map(({ statusCode }) => statusCode))
    if (token === null || kind !== 'own') {
      expect([...statuses]).toEqual([401])
      expect(entries).toEqual([])
      return
    }
    if (drop) return
    // All who ask at once are answered alike, and who asks again is answered as before.
    expect(new Set(results.map(({ body }) => body.replaceAll(/"(request_id|instance)":"[^"]*"/g, ''))).size).toBe(1)
    const [first] = results
    const name = `${found.id} ${id}`
    if (first?.statusCode === 200) {
      expect(first.body).toBe(answered.get(name) ?? first.body)
      answered.set(name, first.body)
    } else expect(answered.has(name) && !statuses.has(409)).toBe(false)
    if (open?.id === found.id && open.order_number.startsWith(numberOf(one, 0).slice(0, -1)) && !statuses.has(409)) {
      const committed = entries.some(({ event, proposal }) => event === 'committed' && proposal === found.id)
      expect(first?.statusCode === 200).toBe(committed)
      tally.set('pressed', (tally.get('pressed') ?? 0) + Number(committed))
    }
  }

  /** The newest proposals of two conversations of theirs, confirmed at once. */
  async function raceFor({ who: one, times: often }: Extract<Step, { do: 'race' }>) {
    const newest = (id: string) => overseer.proposals().findLast((each) => each.room === id)
    const found = [roomOf(one, 0), roomOf(one, 3)].flatMap((id) => newest(id) ?? [])
    const pairs = await Promise.all(
      found.map(async (each) => ({ ...each, token: await tokenFor(one, each.room, 'own') })),
    )
    const asked = Array.from({ length: often }, () => pairs)
      .flat()
      .map(async ({ id, room: where, token }): Promise<Asked> => {
        const { statusCode, body } = await request('POST', `/api/proposals/${id}/confirm`, null, token)
        transcript.push(`${one} in ${where.slice(-5)} races for ${id}\n    → ${statusCode} ${body.slice(0, 200)}`)
        return { room: where, kind: 'confirm', yes: false, proposal: id, said: '', body }
      })
    await watch(await Promise.all(asked))
  }

  /** The shop sends an order off. */
  async function ship(index: number) {
    const number = numberOf(index % 2, index)
    const record = await services.store.orderRecord(number, context)
    if (record?.order.state !== 'processing') return
    const change = { record: 'order', before: record.order, after: { ...record.order, state: 'shipped' } } as const
    const at = clock.now().toISOString()
    await services.store.commit(
      {
        proposal: `shipping ${number}`,
        idempotencyKey: null,
        expectedVersions: { [number]: record.version },
        changes: [change],
        audit: [
          {
            at,
            event: 'committed',
            tool: 'ship',
            door: 'shop',
            conversation: null,
            proof: null,
            proposal: null,
            rule: null,
            order: number,
            changes: [change],
          },
        ],
        outbox: [],
        answer: { tool: 'ship', outcome: 'ok', data: null, message: '' },
        at,
      },
      context,
    )
    overseer.changed(change)
    seen++
    transcript.push(`${number} ships`)
  }

  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case 'say': {
        const id = roomOf(step.who, step.room)
        await watch([await chat(step.who, id, textOf(step.who, step.say), false, step.say.messageId)])
        return
      }
      case 'answer': {
        const id = roomOf(step.who, step.room)
        const words = pick(answers, step.words)
        const mail = id === guessable && step.who !== stranger && step.words % 3 > 0
        const text = mail ? `${words}, ${numberOf(step.who, 0)} ${emailOf(step.who, 'own')}` : words
        const said = Array.from({ length: step.times }, () => chat(step.who, id, text, yeses.includes(words)))
        await watch(await Promise.all(said))
        return
      }
      case 'form':
        return fillIn(step)
      case 'press':
        return press(step)
      case 'race':
        return raceFor(step)
      case 'wait':
        clock.advance(step.minutes)
        transcript.push(`${step.minutes} minutes later`)
        return
      case 'read': {
        const id = roomOf(step.who, step.room)
        const { statusCode, body } = await request(
          step.forget ? 'DELETE' : 'GET',
          `/api/conversations/${id}`,
          null,
          null,
        )
        transcript.push(`${step.who} ${step.forget ? 'forgets' : 'reads'} ${id.slice(-5)}\n    → ${statusCode}`)
        await watch([{ room: id, kind: 'other', yes: false, proposal: null, said: '', body }])
        if (id === guessable) expect(statusCode).toBe(404)
        else if (step.forget) overseer.forget(id)
        return
      }
      case 'ship':
        return ship(step.order)
    }
  }

  try {
    for (const step of steps) await take(step)
    for (const [number, { order, refunds, complaints }] of overseer.state) {
      const record = await services.store.orderRecord(number, context)
      expect(record?.order).toEqual(order)
      expect(record?.refunds.length).toBe(refunds.length)
      expect(record?.refunds).toEqual(expect.arrayContaining([...refunds]))
      expect(record?.complaints.length).toBe(complaints.length)
      expect(record?.complaints).toEqual(expect.arrayContaining([...complaints]))
    }
    const { faults, audit_entries } = await createMaintenance(join(test.stateFolder, 'store')).verify()
    expect(faults).toEqual([])
    expect(audit_entries).toBe(seen)
    const lines = logged.join('')
    for (const { email, name } of customers) expect(lines.includes(email) || lines.includes(name)).toBe(false)
    for (const [what, count] of overseer.tally) tally.set(what, (tally.get(what) ?? 0) + count)
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${transcript.join('\n')}`, { cause: error })
  } finally {
    await test.stop()
  }
}

it('nobody reads or changes what is not theirs, whatever is said, sent and pressed', { timeout: 300_000 }, async () => {
  const tally = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(randomRecords, sequences, (records, steps) => play(records, steps, tally)),
    { seed: 4, numRuns: 100 },
  )
  // Not for want of trying: so much was really asked for, confirmed and done.
  const least = {
    proposed: 150,
    pressed: 25,
    cancel_order: 10,
    change_address: 12,
    start_refund: 15,
    file_complaint: 20,
  }
  for (const [what, count] of Object.entries(least)) expect(tally.get(what), what).toBeGreaterThanOrEqual(count)
})
