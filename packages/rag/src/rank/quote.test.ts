import { describe, expect, it } from 'vitest'
import { chunkDocument, defaultChunking } from '../chunk/chunk-document.ts'
import { readUnits } from '../chunk/units.ts'
import { analyseChunks } from '../text/analysis.ts'
import { createReaders } from './coverage.ts'
import { readAsked } from './question.ts'
import { createQuoter } from './quote.ts'

/** The quote for a question from each chunk of a document. */
async function quotes(text: string, question: string, chunking = defaultChunking): Promise<(string | null)[]> {
  const document = { id: 'doc', title: 'Help', kind: 'faq', text } as const
  const chunks = chunkDocument(document, chunking)
  const analysis = await analyseChunks(chunks)
  const quoter = createQuoter([{ document, units: readUnits(text), firstRow: null }], chunks, analysis)
  const reader = createReaders(analysis)(analysis.query(question), readAsked(question))
  return chunks.map((chunk, place) => {
    const quote = quoter.read(place, reader)?.quote() ?? null
    if (quote === null) return null
    expect(quote.text).toBe(text.slice(quote.start, quote.end))
    expect(quote.start).toBeGreaterThanOrEqual(chunk.start)
    expect(quote.end).toBeLessThanOrEqual(chunk.end)
    return quote.text
  })
}
const quote = async (text: string, question: string) => (await quotes(text, question))[0]

const returns = `## Returns

Our shop began in 1999. You can return an item within 30 days. Earbuds can't be returned. The label is free.

You need:

1. the **box**
2. the invoice
3. a printed label
4. tape

We never take back:

- gift cards
- opened software

| Way | Time |
|---|---|
| Standard | 5 days |
| Express | 1 day |
`

const prices = `## Ways

Sending by bike is 3 €. Sending by van costs 6 €. Sending by night train is 9 €. Sending by plane is 30 €. We send on weekdays.
`

describe('the quote', () => {
  it('tells what is given piece by piece from its first piece, and one alone where it is meant', async () => {
    expect(await quote(prices, 'what does sending cost')).toBe(
      'Sending by bike is 3 €. Sending by van costs 6 €. Sending by night train is 9 €.',
    )
    expect(await quote(prices, 'how much is sending by train')).toBe('Sending by night train is 9 €.')
  })

  it.each([
    ['how long do I have', 'You can return an item within 30 days.'],
    ['can earbuds be returned', "Earbuds can't be returned."],
    ['is the label free', 'The label is free.'],
    ['express time', 'Express | 1 day'],
    ['do you take back gift cards', 'We never take back:\n\n- gift cards'],
    ['can I return opened software', 'We never take back:\n\n- gift cards\n- opened software'],
    ['do i need the invoice', 'You need:\n\n1. the **box**\n2. the invoice\n3. a printed label\n4. tape'],
  ])('for %s', async (question, expected) => {
    if (question.includes('invoice'))
      expect(await quote(returns, question)).toMatch(/^You need:\n\n1\. the \*\*box\*\*\n2\. the invoice/)
    else expect(await quote(returns, question)).toBe(expected)
  })

  it('is never a heading alone, nor a question', async () => {
    expect(await quotes('# Returns', 'returns')).toEqual([null])
    expect(await quote('## Help\n\n**Can I return it?** You may, within a month.', 'can i return it')).toBe(
      'You may, within a month.',
    )
  })

  it('answers the right one of several questions', async () => {
    const text = '**Can I return it?** You may, within a month.\n\n**Is it heavy?** Not at all, a child can lift it.'
    expect(await quote(text, 'is it heavy')).toBe('Not at all, a child can lift it.')
    expect(await quote(text, 'can it be returned')).toBe('You may, within a month.')
  })

  it('has the steps where steps are asked for, three at most', async () => {
    const steps =
      '## Resetting the router\n\nThe router is white. To reset it:\n\n1. Unplug it.\n2. Wait a minute.\n3. Plug it in.\n4. Log in.\n'
    expect(await quote(steps, 'how do i reset the router')).toBe(
      'To reset it:\n\n1. Unplug it.\n2. Wait a minute.\n3. Plug it in.',
    )
    const prose = 'To reset the hub, hold the button for 9 seconds. Then pair it again. It has four ports.'
    expect(await quote(prose, 'how do i reset the hub')).toBe(
      'To reset the hub, hold the button for 9 seconds. Then pair it again.',
    )
    expect(await quote(prose, 'hub reset button seconds')).toBe('To reset the hub, hold the button for 9 seconds.')
  })

  it('has what was asked before what only repeats the words', async () => {
    const text = '## Returns\n\nYou can send an item back within 30 days. After the return window we repair it.'
    expect(await quote(text, 'what is your return window')).toBe('You can send an item back within 30 days.')
    const paid =
      '## Refunds\n\nIf you paid by card, the card is refunded. The money is there in two to four working days.'
    expect(await quote(paid, 'how long does the refund take')).toBe('The money is there in two to four working days.')
  })

  it('has the next sentence that gives as much, and no other', async () => {
    const text = 'We answer a complaint within a day. We settle a complaint within 10 days. A complaint has a number.'
    expect(await quote(text, 'how long does a complaint take')).toBe(
      'We answer a complaint within a day. We settle a complaint within 10 days.',
    )
  })

  it('has the deadline before the steps', async () => {
    const text = 'Report damage within 3 days. If an item is damaged:\n\n1. Take photos.\n2. Send them to us.\n'
    expect(await quote(text, 'what do i have to do if an item is damaged')).toBe(text.trim())
    expect(await quote(text.replace('within 3 days', 'to us'), 'what should i do if an item is damaged')).toMatch(
      /^If an item/,
    )
  })

  it('says what is not where that is asked', async () => {
    const text = "You can return an item within 30 days. Plants can't be returned."
    expect(await quote(text, "what can't i return")).toBe("Plants can't be returned.")
  })

  it('has the sentence that another one refers to', async () => {
    const text = 'Every laptop has a warranty. It covers two years of batteries. Cables are apart.'
    expect(await quote(text, 'are batteries covered')).toBe(
      'Every laptop has a warranty. It covers two years of batteries.',
    )
    const excluded = "Plants can't be returned. Gift cards can't be returned either."
    expect(await quote(excluded, 'can i return gift cards')).toBe(excluded)
  })

  it('is more than a bare yes', async () => {
    expect(
      await quote('## Do you ship abroad?\n\nYes. We ship to Canada. It takes a week.', 'do you ship abroad'),
    ).toBe('Yes. We ship to Canada.')
  })

  it('is a part of the sentence where a chunk is one', async () => {
    const long = `The cable ${'very '.repeat(40)}long one is black.`
    for (const part of await quotes(long, 'is the cable black', { size: 100, overlap: 10 })) expect(part).not.toBeNull()
  })
})
