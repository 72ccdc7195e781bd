import type { Clause } from '@marketplace-agent/intent'
import { contentWords } from './content-words.en.ts'
import { type Filling, type SlotView, clausesOf, mentionsOf, nothing, whole } from './filling.ts'
import { wishesOnly } from './story.en.ts'

/** The newest clause's answer that is one. */
function newest(view: SlotView, read: (clause: Clause) => unknown): Filling {
  for (const clause of clausesOf(view)) {
    const value = read(clause)
    if (value !== null) return whole(value)
  }
  return nothing
}

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Whether somebody has told what is wrong, rather than only that something is. */
const tellsSomething = (clause: Clause) =>
  clause.entities.complaintReason !== null ||
  mentionsOf(clause.entities, 'value').length +
    contentWords(clause)
      .split(' ')
      .filter((word) => word !== '' && !wishesOnly.has(word)).length >
    1

/** What happened, in the customer's words; an e-mail address has no place in them. */
export function storyFilling(view: SlotView): Filling {
  if (!clausesOf(view).some(tellsSomething)) return nothing
  return whole((view.said ?? view.clause.text).replaceAll(email, '').replaceAll(/\s+/g, ' ').trim() || null)
}

export const remedyFilling = (view: SlotView): Filling =>
  newest(view, ({ entities }) => entities.remedies.find(({ negated }) => !negated)?.remedy ?? null)

export const complaintReasonFilling = (view: SlotView): Filling =>
  newest(view, ({ entities }) => entities.complaintReason)

export const addressFilling = (view: SlotView): Filling =>
  newest(view, ({ entities: { address } }) => {
    if (address === null || address.city === undefined || address.postal_code === undefined) return null
    const { start: _start, end: _end, ...parts } = address
    return parts
  })
