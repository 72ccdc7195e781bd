import { describe, expect, it } from 'vitest'
import type { OpenQuestion } from './dialogue/conversation.ts'
import { questionAfter } from './next-conversation.ts'

const question = (field: string, task: string, text = field): OpenQuestion =>
  ({ tool: task, field, text, request: { task } }) as object as OpenQuestion

describe('the question that stays open', () => {
  it('is the only one there is', () => {
    const one = question('items', 'start_refund')
    expect(questionAfter(one, null)).toEqual({ question: one, later: [] })
    expect(questionAfter(null, one)).toEqual({ question: one, later: [] })
    expect(questionAfter(null, null)).toEqual({ question: null, later: [] })
  })

  it('is the first of two for the same proof, and the other waits for it', () => {
    const kept = question('proof', 'cancel_order', 'Which e-mail?')
    const asked = question('proof', 'order_details', 'Which e-mail, please?')
    expect(questionAfter(asked, kept)).toEqual({ question: { ...kept, text: asked.text }, later: [asked.request] })
  })

  it('is else the new one, and what was asked for before comes back after it', () => {
    const kept = question('items', 'start_refund')
    const asked = question('product', 'check_stock')
    expect(questionAfter(asked, kept)).toEqual({ question: asked, later: [kept.request] })
    // The same asked for once more is not asked for twice.
    const again = question('order_number', 'start_refund')
    expect(questionAfter(again, kept)).toEqual({ question: again, later: [] })
  })
})
