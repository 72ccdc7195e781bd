import { describe, expect, it } from 'vitest'
import { createCorrector } from './correct.ts'

const correct = createCorrector(
  ['cancel', 'order', 'please', 'refund', 'camera', 'where'],
  new Set(['order', 'camer', 'reform', 'cancel', 'please', 'refund', 'camera', 'where', 'i']),
)

describe('correcting', () => {
  it.each([
    ['cacnel my ordre pleae', 'cancel my order please'],
    ['Cancle it', 'cancel it'],
    ['WEHRE IS IT', 'where IS IT'],
    ['i want a reufnd.', 'i want a refund.'],
  ])('%s -> %s', (written, meant) => {
    expect(correct(written)).toBe(meant)
  })

  it.each([
    'cancel my order',
    'my camer',
    'it goes to Ordrey Lane',
    'cancle@shop.example',
    'jo.cancle@shop.example',
    'the cancle-5',
    'canc',
    'ORD-cancle',
  ])('leaves “%s” as it is', (written) => {
    expect(correct(written)).toBe(written)
  })
})
