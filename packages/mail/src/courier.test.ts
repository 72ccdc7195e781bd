import { type CallContext, CodedError, type ErrorCode, type OutboxEntry } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { type CourierOptions, createCourier } from './courier.ts'
import type { Mail } from './port.ts'

const start = Date.parse('2026-02-05T12:00:00Z')
const minute = 60_000

/** A world by hand: a clock with its timers, an outbox, and a mail server that does as it is told. */
function world() {
  let time = start
  let timers: { readonly at: number; readonly run: () => void }[] = []
  const outbox = new Map<string, OutboxEntry>()
  const sent: Mail[] = []
  const failures: ErrorCode[] = []
  const logged: unknown[] = []
  const counted = { delivered: 0, now: 0, atOnce: 0 }
  const behaviour = {
    mail: async (_mail: Mail, _context: CallContext): Promise<void> => {},
    record: async (_id: string): Promise<void> => {},
    read: async (): Promise<void> => {},
  }
  const log = (fields: object, message: string) => void logged.push(fields, message)

  const options: CourierOptions = {
    store: {
      async dueMail(now, limit) {
        await behaviour.read()
        const due = [...outbox.values()].filter(({ not_before }) => Date.parse(not_before) <= Date.parse(now))
        return due.slice(0, limit)
      },
      async mailDelivered(id) {
        await behaviour.record(id)
        outbox.delete(id)
      },
      async mailFailed(id, notBefore) {
        const entry = outbox.get(id)
        if (entry !== undefined) outbox.set(id, { ...entry, attempts: entry.attempts + 1, not_before: notBefore })
      },
    },
    mailer: {
      async send(mail, context) {
        counted.now++
        counted.atOnce = Math.max(counted.atOnce, counted.now)
        try {
          await behaviour.mail(mail, context)
          sent.push(mail)
        } finally {
          counted.now--
        }
      },
      status: async () => ({ adapter: 'double', last: 'none' }),
      close: async () => {},
    },
    clock: { now: () => new Date(time), monotonic: () => time },
    log: { debug: log, info: log, warn: log, error: log },
    from: { name: 'The Shop', address: 'mail@shop.example' },
    replyTo: 'help@shop.example',
    schedule: (run, milliseconds) => {
      const timer = { at: time + milliseconds, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    random: () => 0,
    onDelivered: () => void counted.delivered++,
    onFailed: (code) => void failures.push(code),
  }

  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  return {
    options,
    outbox,
    sent,
    failures,
    logged,
    counted,
    behaviour,
    settle,
    timers: () => timers,
    put: (id: string, change: Partial<OutboxEntry> = {}) =>
      outbox.set(id, {
        id,
        to: `${id}@example.com`,
        subject: 'Your refund',
        text: 'Private words',
        created_at: new Date(time).toISOString(),
        attempts: 0,
        not_before: new Date(time).toISOString(),
        ...change,
      }),
    ids: () => sent.map(({ id }) => id),
    async advance(milliseconds: number) {
      const end = time + milliseconds
      for (;;) {
        await settle()
        const next = timers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= end)
        if (next === undefined) break
        time = next.at
        timers = timers.filter((each) => each !== next)
        next.run()
      }
      time = end
      await settle()
    },
  }
}

const down = async () => Promise.reject(new CodedError('unavailable', "The mail server can't be used (ESOCKET, CONN)."))

describe('the courier', () => {
  it('delivers what an earlier run left and, woken, what a commit brought', async () => {
    const { options, put, ids, settle, sent, outbox, counted } = world()
    put('left')
    const courier = createCourier(options)
    await settle()
    expect(ids()).toEqual(['left'])
    put('new')
    courier.wake()
    await settle()
    expect(sent).toMatchObject([
      { id: 'left' },
      {
        id: 'new',
        to: 'new@example.com',
        subject: 'Your refund',
        text: 'Private words',
        from: options.from,
        replyTo: 'help@shop.example',
      },
    ])
    expect(outbox.size).toBe(0)
    expect(counted.delivered).toBe(2)
    await courier.close()
  })

  it('delivers more than one look takes, oldest first, one at a time, each once, however often it is woken', async () => {
    const { options, put, ids, settle, counted } = world()
    const all = Array.from({ length: 120 }, (_, index) => `m${index}`)
    for (const id of all) put(id)
    const courier = createCourier(options)
    for (let times = 0; times < 50; times++) courier.wake()
    await settle()
    expect(ids()).toEqual(all)
    expect(counted.atOnce).toBe(1)
    await courier.close()
  })

  it('misses no letter that comes while a round is on', async () => {
    const { options, put, ids, settle, behaviour } = world()
    const gate = Promise.withResolvers<void>()
    put('one')
    behaviour.mail = () => gate.promise
    const courier = createCourier(options)
    await settle()
    put('two')
    courier.wake()
    gate.resolve()
    await settle()
    expect(ids()).toEqual(['one', 'two'])
    await courier.close()
  })

  it('tries a letter again after 30 seconds, then ever later up to an hour, until it is delivered', async () => {
    const { options, put, ids, advance, behaviour, outbox, failures } = world()
    const waits: number[] = []
    behaviour.mail = async () => Promise.reject(new CodedError('refused', 'Refused (450).'))
    put('m')
    const courier = createCourier({
      ...options,
      store: {
        ...options.store,
        async mailFailed(id, notBefore, context) {
          waits.push((Date.parse(notBefore) - options.clock.now().getTime()) / 1000)
          await options.store.mailFailed(id, notBefore, context)
        },
      },
    })
    await advance(6 * 60 * minute)
    expect(waits.slice(0, 9)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
    expect(failures).toEqual(waits.map(() => 'refused'))
    behaviour.mail = async () => {}
    await advance(60 * minute)
    expect(ids()).toEqual(['m'])
    expect(outbox.size).toBe(0)
    await courier.close()
  })

  it('spreads retries by up to a fifth', async () => {
    const { options, put, behaviour, outbox, settle } = world()
    behaviour.mail = down
    put('m')
    const courier = createCourier({ ...options, random: () => 1 })
    await settle()
    expect(outbox.get('m')).toMatchObject({ attempts: 1, not_before: new Date(start + 24_000).toISOString() })
    await courier.close()
  })

  it('goes on with the others where one letter is refused', async () => {
    const { options, put, ids, settle, behaviour, outbox } = world()
    behaviour.mail = async ({ id }) => {
      if (id === 'a') throw new CodedError('refused', 'Refused (550).')
      if (id === 'b') throw new CodedError('invalid_input', 'No address.')
    }
    for (const id of ['a', 'b', 'c']) put(id)
    const courier = createCourier(options)
    await settle()
    expect(ids()).toEqual(['c'])
    expect([...outbox.keys()]).toEqual(['a', 'b'])
    await courier.close()
  })

  it('leaves a server that is down alone between two looks, and delivers everything once it is up', async () => {
    const { options, put, ids, advance, settle, behaviour, failures, outbox } = world()
    behaviour.mail = down
    const all = Array.from({ length: 30 }, (_, index) => `m${index}`)
    for (const id of all) put(id)
    const courier = createCourier(options)
    for (let times = 0; times < 100; times++) {
      courier.wake()
      await settle()
    }
    expect(failures).toEqual(['unavailable'])
    await advance(10 * minute)
    expect(failures.length).toBeLessThanOrEqual(41)
    behaviour.mail = async () => {}
    await advance(60 * minute)
    expect(ids().toSorted()).toEqual(all.toSorted())
    expect(outbox.size).toBe(0)
    await courier.close()
  })

  it('sends nothing twice because the store could not write that it went', async () => {
    const { options, put, ids, advance, behaviour, outbox, counted } = world()
    behaviour.record = down
    put('m')
    put('n')
    const courier = createCourier(options)
    await advance(5 * minute)
    expect(ids()).toEqual(['m'])
    behaviour.record = async () => {}
    await advance(minute)
    expect(ids()).toEqual(['m', 'n'])
    expect(outbox.size).toBe(0)
    expect(counted.delivered).toBe(2)
    await courier.close()
  })

  it('outlives a store that cannot be read', async () => {
    const { options, put, ids, advance, behaviour } = world()
    behaviour.read = down
    put('m')
    const courier = createCourier(options)
    await advance(minute)
    behaviour.read = async () => {}
    await advance(minute)
    expect(ids()).toEqual(['m'])
    await courier.close()
  })

  it('gives up a letter that takes longer than a minute', async () => {
    const { options, put, advance, behaviour, failures } = world()
    behaviour.mail = (_mail, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new CodedError('aborted', 'Given up.')))
      })
    put('m')
    const courier = createCourier(options)
    await advance(minute - 1)
    expect(failures).toEqual([])
    await advance(1)
    expect(failures).toEqual(['aborted'])
    await courier.close()
  })

  it('ends after the letter in flight, leaving the rest due and no timer behind', async () => {
    const { options, put, ids, settle, behaviour, outbox, timers } = world()
    const gate = Promise.withResolvers<void>()
    behaviour.mail = () => gate.promise
    for (const id of ['a', 'b', 'c']) put(id)
    const courier = createCourier(options)
    await settle()
    let closed = false
    const closing = courier.close().then(() => {
      closed = true
    })
    courier.wake()
    await settle()
    expect(closed).toBe(false)
    gate.resolve()
    await closing
    courier.wake()
    await settle()
    expect(ids()).toEqual(['a'])
    expect([...outbox.keys()]).toEqual(['b', 'c'])
    expect(timers()).toEqual([])
  })

  it('logs which letter failed and why, but not to whom or what', async () => {
    const { options, put, advance, behaviour, logged } = world()
    const errors = [
      new CodedError('refused', 'The mail server refused the letter (550).'),
      new Error('550 <m@example.com> Private words'),
    ]
    behaviour.mail = async () => Promise.reject(errors.shift() ?? new Error('m@example.com'))
    put('m')
    const courier = createCourier(options)
    await advance(3 * minute)
    await courier.close()
    const text = JSON.stringify(logged)
    expect(text).toContain('(550)')
    expect(text).toContain('"mail":"m"')
    expect(text).not.toMatch(/@example|Private|Your refund/)
  })
})
