import * as fc from 'fast-check'

/** Two customers, and a stranger who knows every order number and nobody's e-mail. */
export const [ann, ben, stranger] = [0, 1, 2] as const
/** An id that anybody may think of; all of them use it. */
export const guessable = 'session-12345'
const strong = (end: string) => `6f9619ff-8b86-4d11-842d-00c04fc964${end}`
const roomsOf: readonly (readonly string[])[] = [
  [strong('a1'), guessable, strong('a1'), strong('a2')],
  [strong('b1'), guessable, strong('b1'), strong('b2')],
  [strong('c1'), guessable],
]
export const allRooms: readonly string[] = [...new Set(roomsOf.flat())]

/** One of somebody's conversations, by any number; 0 is the one they use most. */
export const roomOf = (who: number, index: number): string => {
  const mine = roomsOf[who] ?? []
  return mine[index % mine.length] ?? guessable
}

/** Something to be asked for, in words or by a form; the numbers choose among what there is. */
export interface Say {
  readonly as:
    | 'prove'
    | 'list'
    | 'details'
    | 'cancel'
    | 'move'
    | 'refund'
    | 'everything'
    | 'complain'
    | 'status'
    | 'other'
  /** Of an order of their own. */
  readonly own: boolean
  readonly order: number
  readonly item: number
  readonly quantity: number
  /** The e-mail address said with it; `third`: of the customer who says nothing. */
  readonly mail: 'none' | 'own' | 'third'
  readonly messageId: string | null
  readonly words: number
}

/** What somebody does next. */
export type Step =
  | { readonly do: 'say'; readonly who: number; readonly room: number; readonly say: Say }
  | {
      readonly do: 'answer'
      readonly who: number
      readonly room: number
      readonly words: number
      readonly times: number
    }
  | {
      readonly do: 'form'
      readonly who: number
      readonly room: number
      readonly form: Say
      readonly token: 'own' | 'none' | 'garbled'
    }
  | {
      readonly do: 'press'
      readonly who: number
      readonly which: number
      readonly drop: boolean
      readonly key: number
      readonly times: number
      readonly token: 'own' | 'none' | 'garbled'
    }
  | { readonly do: 'race'; readonly who: number; readonly times: number }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'read'; readonly who: number; readonly room: number; readonly forget: boolean }
  | { readonly do: 'ship'; readonly order: number }

const who = fc.constantFrom(ann, ann, ben, ben, stranger)
const room = fc.constantFrom(0, 0, 0, 1, 2, 3)
const tokens = fc.constantFrom<'own' | 'none' | 'garbled'>('own', 'own', 'own', 'own', 'none', 'garbled')
const say = (as: fc.Arbitrary<Say['as']>): fc.Arbitrary<Say> =>
  fc.record({
    as,
    own: fc.constantFrom(true, true, true, true, false),
    order: fc.nat(2),
    item: fc.nat(1),
    quantity: fc.integer({ min: 1, max: 4 }),
    mail: fc.constantFrom('own', 'own', 'own', 'none', 'none', 'third'),
    messageId: fc.constantFrom(null, null, null, null, 'first', 'second'),
    words: fc.nat(30),
  })
const writing = say(fc.constantFrom('cancel', 'move', 'refund', 'refund', 'everything', 'complain'))
const anything = say(
  fc.constantFrom('prove', 'list', 'details', 'status', 'other', 'cancel', 'move', 'refund', 'everything', 'complain'),
)
const times = fc.constantFrom(1, 1, 1, 2, 5)

const single: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('say' as const), who, room, say: anything }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), who, room, words: fc.nat(30), times }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('form' as const), who, room, form: anything, token: tokens }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      who,
      which: fc.nat(3),
      drop: fc.constantFrom(false, false, false, false, true),
      key: fc.nat(3),
      times,
      token: tokens,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 11, 16, 61) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('read' as const), who, room, forget: fc.constantFrom(false, false, true) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ship' as const), order: fc.nat(2) }) },
)

/** A request, perhaps something in between, and the answer to what was proposed, in words or by its button. */
const scene: fc.Arbitrary<readonly Step[]> = fc
  .record({
    who: fc.constantFrom(ann, ben),
    room,
    say: writing,
    between: fc.option(single, { freq: 3 }),
    words: fc.nat(30),
    key: fc.nat(3),
    times,
    form: fc.boolean(),
    button: fc.boolean(),
  })
  .map(({ who: one, room: where, say: given, between, words, key, times: often, form, button }) => [
    form
      ? { do: 'form', who: one, room: where, form: given, token: 'own' }
      : { do: 'say', who: one, room: where, say: { ...given, mail: 'own' } },
    ...(between === null ? [] : [between]),
    button
      ? { do: 'press', who: one, which: 0, drop: false, key, times: often, token: 'own' }
      : { do: 'answer', who: one, room: where, words, times: often },
  ])

/** The same asked for in two conversations, and confirmed in both at once. */
const race: fc.Arbitrary<readonly Step[]> = fc
  .record({ who: fc.constantFrom(ann, ben), form: writing, times })
  .map(({ who: one, form, times: often }) => [
    { do: 'form', who: one, room: 0, form: { ...form, own: true }, token: 'own' },
    { do: 'form', who: one, room: 3, form: { ...form, own: true }, token: 'own' },
    { do: 'race', who: one, times: often },
  ])

/** Up to thirty steps. */
export const sequences = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: single.map((step) => [step]) },
      { weight: 5, arbitrary: scene },
      { weight: 1, arbitrary: race },
    ),
    { minLength: 6, maxLength: 16 },
  )
  .map((steps) => steps.flat().slice(0, 30))

export const yeses = ['yes', 'yes please', 'ok, go ahead', 'yes, do it']
/** What is said to a proposal; mostly yes. */
export const answers = [
  ...yeses,
  ...yeses,
  ...yeses,
  'no',
  'no thanks',
  'never mind',
  'no, only one of them',
  'yes, but send it to 15 Birch Lane, Albany, NY 12203',
  'maybe',
  'what would I get back?',
  'yes but only the TechPro X1 Laptop',
  'not now',
]
/** What is said besides. */
export const small = [
  'hello',
  'thanks a lot',
  'what is your return policy?',
  'show me laptops',
  'say that again',
  'start over',
  'gnarf blub',
  'I want to talk to a person',
  'what do you know about me?',
  'what waits for my answer?',
  'tell me more about it',
  'where is my order?',
]
