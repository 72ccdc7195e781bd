import type { PassagesCard, Source } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { headingQuestion } from './heading-question.en.ts'

const place = ({ title, section }: { title: string; section: string }) =>
  section === title ? title : `${title}, ${section}`

/** A line break inside a sentence is only how its author wrapped the text; one before a list item stays. */
const said = (source: Source) =>
  `${source.quote.replaceAll(/(?<!\n)\n(?!\n|\s*(?:[-*+]|\d+[.)])\s)/g, ' ')} (Source: ${place(source)})`

/** What this agent leaves to people. */
const handOver =
  (deed: string) =>
  ({ contact }: WordsKit) =>
    `I can't ${deed} from here; our team does it for you: ${contact}.`

export const words: ToolWords<{ q: string }, PassagesCard> = {
  ask: { q: 'What would you like to know?' },
  say: ({ passages, answers = 1 }) => passages.slice(0, answers).map(said).join('\n\n'),
  topics: {
    return_how: 'how to return an item',
    exchange: 'exchange or replace an item',
    change_order: 'change an order',
    delivery_options: 'countries we deliver to',
    payment: 'ways to pay',
    account: 'customer account',
  },
  afterwords: {
    change_order: handOver('change an order'),
    exchange: handOver('arrange an exchange'),
  },
  otherwise: {
    passage: (_input, _values, { contact }) =>
      `I don't know: our documents don't say anything about that. You can ask us at ${contact}.`,
  },
  unfound: ['I want to talk to a person'],
  // Neighbouring sections of the document that answered; those of others would lead away.
  next: ({ passages: [best, ...others] }) =>
    [...new Set(others.filter(({ document_id }) => document_id === best?.document_id).map(({ section }) => section))]
      .filter((section) => section !== best?.section)
      .slice(0, 2)
      .map(headingQuestion),
}
