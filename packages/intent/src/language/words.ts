import { type Static, Type } from '@sinclair/typebox'

const Phrases = Type.Array(Type.String({ minLength: 1 }))
const closed = { additionalProperties: false }

const SortCue = Type.Object(
  {
    by: Type.Union([Type.Literal('price'), Type.Literal('rating'), Type.Literal('released'), Type.Literal('spec')]),
    order: Type.Union([Type.Literal('asc'), Type.Literal('desc')]),
    hints: Type.Optional(Phrases),
  },
  closed,
)

/** A language's closed word lists, `words.json`; data/language/README.md says what each means. */
export const Words = Type.Object(
  {
    numbers: Type.Object(
      {
        words: Type.Record(Type.String(), Type.Number()),
        multipliers: Type.Record(Type.String(), Type.Number()),
        article_like: Phrases,
        collective: Phrases,
        point: Phrases,
        half: Phrases,
        times: Phrases,
        measures: Phrases,
        measures_by_the_one: Phrases,
      },
      closed,
    ),
    limits: Type.Object(
      {
        max_exclusive: Phrases,
        max_inclusive: Phrases,
        min_exclusive: Phrases,
        min_inclusive: Phrases,
        around: Phrases,
        range: Type.Array(Type.Object({ open: Type.String(), join: Phrases }, closed)),
        after_the_amount: Phrases,
        price_words: Phrases,
      },
      closed,
    ),
    directions: Type.Object({ higher: Phrases, lower: Phrases, better: Phrases }, closed),
    sort: Type.Record(Type.String(), SortCue),
    comparatives: Type.Record(Type.String(), SortCue),
    rating: Type.Object({ units: Phrases, cues: Phrases, high: Phrases, high_means: Type.Number() }, closed),
    in_stock: Phrases,
    negation: Type.Object({ before: Phrases, after: Phrases, not_a_negation: Phrases }, closed),
    anger: Type.Object(
      {
        phrases: Phrases,
        weak: Phrases,
        shouting: Type.Object(
          {
            capital_letters_share: Type.Number({ minimum: 0, maximum: 1 }),
            capital_letters_at_least: Type.Integer({ minimum: 1 }),
            exclamation_marks_in_a_row: Type.Integer({ minimum: 1 }),
          },
          closed,
        ),
      },
      closed,
    ),
    yes: Phrases,
    no: Phrases,
    answers: Type.Object(
      {
        yes: Phrases,
        weak_yes: Phrases,
        no: Phrases,
        bare_no: Phrases,
        after_bare_no: Phrases,
        not_an_answer: Phrases,
        around: Phrases,
        doubts: Phrases,
        limits: Phrases,
        repeats: Type.Record(Type.String(), Phrases),
      },
      closed,
    ),
    ordinals: Type.Object(
      {
        positions: Type.Record(Type.String(), Type.Integer()),
        relative: Type.Record(Type.String(), Type.Integer()),
        numbered: Phrases,
        nouns: Phrases,
        not_a_position: Phrases,
      },
      closed,
    ),
    continuation: Type.Object({ phrases: Phrases, before: Phrases, joiners: Phrases }, closed),
    others: Type.Object({ phrases: Phrases, before_a_kind: Phrases, exceptions: Phrases }, closed),
    everything: Type.Object({ phrases: Phrases, alone: Phrases, exceptions: Phrases }, closed),
    only: Type.Object({ before: Phrases, after: Phrases, between: Phrases, exceptions: Phrases }, closed),
    quantities: Type.Object(
      { units: Phrases, times: Phrases, labels: Phrases, of: Phrases, both: Phrases, between: Phrases },
      closed,
    ),
    remedies: Type.Object(
      {
        repair: Phrases,
        replacement: Phrases,
        apology: Phrases,
        money_back: Phrases,
        negated_before: Phrases,
        negated_after: Phrases,
        exceptions: Phrases,
      },
      closed,
    ),
    complaint_reasons: Type.Object(
      {
        wrong_item: Phrases,
        missing_item: Phrases,
        damaged: Phrases,
        defective: Phrases,
        service: Phrases,
        late: Phrases,
        negated_before: Phrases,
        exceptions: Phrases,
      },
      closed,
    ),
    address: Type.Object(
      {
        cues: Phrases,
        units: Phrases,
        street_types: Phrases,
        ambiguous_street_types: Phrases,
        leading_street_types: Phrases,
        street_endings: Phrases,
        boxes: Phrases,
        stops: Phrases,
        never_in_a_street: Phrases,
        countries: Type.Record(Type.String(), Type.String()),
      },
      closed,
    ),
    pronouns: Type.Object({ singular: Phrases, plural: Phrases, other: Phrases }, closed),
    joiners: Type.Object({ strong: Phrases, weak: Phrases, question_openers: Phrases }, closed),
  },
  closed,
)
export type Words = Static<typeof Words>
