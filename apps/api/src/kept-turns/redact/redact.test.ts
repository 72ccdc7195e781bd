import { resolve } from 'node:path'
import { type Shop, loadShop } from '@marketplace-agent/catalog'
import type { Order } from '@marketplace-agent/domain'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestKnowledge } from '../../testing/test-app.ts'
import type { Person } from './people.ts'
import { createRedactor } from './redact.ts'
import { fold } from './words.ts'

const data = resolve(import.meta.dirname, '../../../../../data')
const shops = await Promise.all(['shop', 'example-shop'].map((folder) => loadShop(resolve(data, folder))))
const [shop] = shops as [Shop]
const nothingRead = { entities: [], addresses: [] }
const knowledge = await openTestKnowledge()
afterAll(() => knowledge.close())
const { vocabulary } = knowledge.understander
const redact = createRedactor(shop, vocabulary)
const plain = (message: string, people: readonly Person[] = []) => redact(message, nothingRead, people)

describe('what is personal', () => {
  it.each([
    ['kim.lee+shop@mail.example.co.uk', '{email}'],
    ['it is kim@mail.example, thanks', 'it is {email}, thanks'],
    ['kim (at) mail (dot) example', '{email}'],
    ['kim dot lee at mail dot example', '{email}'],
    ['kim @ mail . example', '{email}'],
    ['where is ord 1002?', 'where is {order}?'],
    ['ORD-1002 and #1003', '{order} and #{order}'],
    ['is 1002 mine', 'is {number} mine'],
    ['１００２ is my order', '{order} is my order'],
    ['10\u200b02 is my order', '{order} is my order'],
    ['one zero zero two is my order', '{order} is my order'],
    ['track TRK 1002 0001', 'track {tracking}'],
    ['1Z999AA10123456784', '{number}'],
    ['call +44 (0)20 7946 0958 now', 'call {phone} now'],
    ['my card 4242 4242 4242 4242, cvv 123', 'my card {card}, cvv {secret}'],
    ['GB29 NWBK 6016 1331 9268 19', '{card}'],
    ['Send it to 12 Elm Street, Apt 4, Springfield IL 62704, USA', 'Send it to {address}'],
    ['Hauptstraße 12, 10115 Berlin', '{address}'],
    ['10 Rue de la Paix, 75002 Paris', '{address}'],
    ['I live in Little Snoring', 'I live in {address}'],
    ['my name is zbigniew kowalski and I want it back', 'my name is {name} and I want it back'],
    ['My name is Will Smith', 'My name is {name}'],
    ["it's for my sister Anna-Lena O'Neill", "it's for my sister {name}"],
    ['where is my stuff? regards kim lee', 'where is my stuff? regards {name}'],
    ['Kowalski, order status please', '{name}, order status please'],
    ['this is kim from leeds', 'this is {name} from leeds'],
    ['human pls, oluwaseun here', 'human pls, {name} here'],
    ['thistlewood adeyemi here. where is it', '{name} here. where is it'],
    ['its for my mum margaret thistlewood at 12 elm street, oakham', 'its for my mum {name} at {address}'],
    ['a gift for my nephew oisin', 'a gift for my nephew {name}'],
    ['hello margaret, is it broken', 'hello {name}, is it broken'],
    ["i'm adeyemi, where is my order", "i'm {name}, where is my order"],
    ['the order for oluwaseun adeyemi is late', 'the order for {name} is late'],
    ['a person please. margaret thistlewood', 'a person please. {name}'],
    ['thistlewood, kim@mail.example', '{name}, {email}'],
    ["someone called P. Hughes. I'm not P. Hughes", "someone called P. {name}. I'm not P. {name}"],
    ['Licence plate B-MK 4711', 'Licence plate {number}'],
    ['my reg is ab12 cde', 'my reg is {number}'],
    ['we are at number 1002', 'we are at number {number}'],
    ['my ip is 203.0.113.205', 'my ip is {number}'],
    ['born 12.03.1984', 'born {number}'],
    ['my password is hunter2', 'my password is {secret}'],
    ['look: https://shop.example/u?token=abc', 'look: {link}'],
  ])('goes: %s', (message, redacted) => {
    expect(plain(message)).toBe(redacted)
  })

  it('goes where the records tell it, without capitals and marks, too', () => {
    const address = { name: 'José Rivas', line1: '7 Rose Lane', city: 'Oakham', postal_code: 'LE15 6AA', country: 'GB' }
    const person = { name: 'José Rivas', email: 'pepe_rivas@example.com', address }
    expect(plain("jose rivas's parcel for pepe went to rose lane in oakham le156aa", [person])).toBe(
      "{name}'s parcel for {name} went to {address} in {address}",
    )
  })

  it('goes where the agent read it', () => {
    const addresses = ['12 elm street springfield']
    expect(redact('send to 12 elm stret springfield pls', { entities: [], addresses }, [])).toBe(
      'send to {address} pls',
    )
  })
})

it.each([
  'laptops under $1500 with 16GB',
  'is the X1 compatible with the usb-c hub',
  '4K monitor 3840x2160',
  'a 13-15 inch screen, 2 pieces',
  'can u tell me wher my ordr is plz',
  'i forgot my password please help',
  'my password is not working',
  'Where Is My Order',
  'hi quick question about speakers, tablets',
  'my son broke it and my wife is fuming',
  'i ordered it by accident, sat here waiting',
  'is it for running or cycling',
  'Do you deliver to Germany on Monday?',
  'it comes in 5 days on the way',
  "what about the second one, I'm not sure",
])('leaves what is nobody’s: %s', (message) => {
  expect(plain(message)).toBe(message)
})

const pick = <T>(random: fc.Arbitrary<number>, values: readonly T[]) =>
  random.map((number) => values[number % values.length] as T)
const any = fc.nat(1_000_000)
const digits = (least: number, most: number) =>
  fc.array(fc.nat(9), { minLength: least, maxLength: most }).map((all) => all.join(''))

/** Something personal, as it is typed, and what must not be left of it. */
interface Personal {
  readonly typed: string
  readonly needles: readonly string[]
  readonly person?: Person
}

const windows = (number: string) => {
  const bare = number.replaceAll(/\D/g, '')
  return Array.from({ length: Math.max(bare.length - 3, 0) }, (_each, at) => bare.slice(at, at + 4))
}

const email = fc.tuple(fc.emailAddress(), any).map(([address, how]): Personal => {
  const [local = '', domain = ''] = address.split('@')
  const wordy = /^[a-z0-9.]+$/.test(local)
  const forms = [
    address,
    address.toUpperCase(),
    `<${address}>`,
    `mailto:${address}`,
    `${local} @ ${domain}`,
    ...(wordy ? [`${local} (at) ${domain.replaceAll('.', ' (dot) ')}`] : []),
    ...(wordy ? [`${local.replaceAll('.', ' dot ')} at ${domain.replaceAll('.', ' dot ')}`] : []),
  ]
  return { typed: forms[how % forms.length] as string, needles: [local, domain].filter((part) => part.length > 3) }
})

const phone = fc
  .tuple(
    digits(7, 12),
    fc.constantFrom('', '+', '00', '+44 (0)', '(0'),
    fc.constantFrom(' ', '-', '.', '/', ' - ', ''),
    any,
  )
  .map(([number, prefix, sign, cut]): Personal => {
    const size = 2 + (cut % 3)
    const parts = number.match(new RegExp(`.{1,${size}}`, 'g')) ?? []
    return { typed: `${prefix}${parts.join(sign)}${prefix === '(0' ? ')' : ''}`, needles: windows(number) }
  })

const card = fc.tuple(digits(13, 19), fc.constantFrom(' ', '-', '')).map(([number, sign]): Personal => ({
  typed: (number.match(/.{1,4}/g) ?? []).join(sign),
  needles: windows(number),
}))

/** A number of a shop as people type it; `own`: any digits in the shop's pattern. */
const shopNumber = (own: Shop) =>
  fc
    .tuple(pick(any, Object.values(own.numbers)), fc.infiniteStream(fc.nat(9)), any)
    .map(([reader, stream, how]): Personal => {
      const fill = (sign: string) => (sign === '#' ? String(stream.next().value) : sign === '@' ? 'KT' : sign)
      const number = [...reader.pattern.replaceAll('+', '')].map(fill).join('')
      const forms = [
        number,
        number.toLowerCase(),
        `order ${number}`,
        `my number is ${number}.`,
        `#${number}`,
        number.replaceAll(/[-./]/g, ' '),
      ]
      return { typed: forms[how % forms.length] as string, needles: [number.toLowerCase(), ...windows(number)] }
    })

const namePart = fc.constantFrom(
  'Zbigniew',
  'Kowalska',
  'Aoife',
  'Ó Súilleabháin',
  'Nguyễn',
  'Müller-Lüdenscheidt',
  "D'Angelo",
  'Xiomara',
  'Bjørnstad',
  'Chukwuemeka',
  'Oyelaran',
  'Priyanka',
  'McAllister',
  'Svetlana',
  'Ramírez',
  'Þórdís',
  'Wojciechowska',
  'Hakobyan',
)
const needlesOf = (name: string) =>
  fold(name)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 3)

const knownName = fc
  .tuple(namePart, namePart, fc.constantFrom('upper', 'lower', 'as is', 'possessive'))
  .map(([first, last, how]): Personal => {
    const name = `${first} ${last}`
    const typed =
      how === 'upper' ? name.toUpperCase() : how === 'lower' ? fold(name) : how === 'possessive' ? `${name}'s` : name
    return { typed, needles: needlesOf(name), person: { name, email: 'someone@example.com', address: null } }
  })

const givenName = fc
  .tuple(
    namePart,
    namePart,
    fc.constantFrom(
      'my name is %',
      'name: %',
      "I'm %,",
      'it is for % and',
      'mr %,',
      'please tell % that',
      'the parcel of % is late,',
    ),
  )
  .map(([first, last, frame]): Personal => ({
    typed: frame.replace('%', `${first} ${last}`),
    needles: needlesOf(`${first} ${last}`),
  }))

const address = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    namePart,
    fc.constantFrom('Street', 'st', 'road', 'Ave', 'lane', 'Blvd.'),
    namePart,
    digits(5, 5),
    fc.boolean(),
  )
  .map(([house, street, type, city, code, small]): Personal => {
    const written = `${house} ${street} ${type}, ${city} ${code}`
    return {
      typed: small ? written.toLowerCase() : written,
      needles: [...needlesOf(street), ...needlesOf(city), ...windows(code)],
    }
  })

const record = (own: Shop) =>
  fc.tuple(pick(any, own.records.orders), any).map(([{ customer, address: to }, how]: [Order, number]): Personal => {
    const forms = [
      customer.name,
      customer.name.toLowerCase(),
      customer.email,
      to.line1,
      `${to.line1}, ${to.postal_code} ${to.city}`,
      to.city,
    ]
    const typed = forms[how % forms.length] as string
    return { typed, needles: [fold(typed)], person: { ...customer, address: to } }
  })

const secret = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z0-9_-]{26,60}$/),
    fc.uuid(),
    fc.stringMatching(/^[a-z]{3,8}[0-9]{1,3}[!$%]$/),
    fc.nat(2),
  )
  .map(
    ([token, id, password, which]): Personal =>
      [
        { typed: token, needles: [token.toLowerCase()] },
        { typed: id, needles: [id] },
        { typed: `my password is ${password}`, needles: [password] },
      ][which] as Personal,
  )

const filler = fc.constantFrom(
  'where is my order',
  'please help',
  'this is not what I meant',
  'and',
  'I want my money back',
  ',',
  'can you send it again?',
  'which laptops do you have?',
  'hello!',
  '-',
  'it never came :(',
)

it.each(shops.map((own) => [own.settings.name, own] as const))(
  'nothing personal is left of any message to %s',
  (_name, own) => {
    const clean = createRedactor(own, vocabulary)
    const personal = fc.oneof(email, phone, card, shopNumber(own), knownName, givenName, address, record(own), secret)
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, personal), { minLength: 1, maxLength: 4 }), filler, (parts, end) => {
        const message = [...parts.map(([before, { typed }]) => `${before} ${typed}`), end].join(' ')
        const people = parts.flatMap(([, { person }]) => person ?? [])
        const left = fold(clean(message, nothingRead, people))
        const figures = left.replaceAll(/\P{Nd}/gu, '')
        for (const [, { typed, needles }] of parts) {
          for (const needle of needles) {
            const found = /^\p{Nd}+$/u.test(needle) ? figures.includes(needle) : left.includes(needle.toLowerCase())
            expect(found, `${needle} of ${typed} is left of\n${message}\nin\n${left}`).toBe(false)
          }
        }
      }),
      { numRuns: 1500 },
    )
  },
)

it('takes any text, in little time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (text) => {
      expect(plain(text)).toBeTypeOf('string')
    }),
    { numRuns: 200 },
  )
  for (const part of ['1 ', '@', 'a ', 'a@', '. ', '12 a ', 'A b ', '1-', 'at ', 'dot ', 'name ', 'x.', 'Kx '])
    plain(part.repeat(1000 / part.length))
})
