import type { ShopDocument } from '@marketplace-agent/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChunking, chunkDocument, defaultChunking } from './chunk-document.ts'

const documentOf = (text: string, more: Partial<ShopDocument> = {}): ShopDocument => ({
  id: 'doc',
  title: 'A title',
  kind: 'faq',
  text,
  ...more,
})
const sentence = 'Keep the box for as long as you may want to return what was in it. '

describe('chunkDocument', () => {
  it('says where each chunk is from and what it is about', () => {
    const text = 'Before all.\n\n## Returns\n\nSend it back.\n\n### Who pays\n\nWe do.\n'
    const chunks = chunkDocument(documentOf(text, { product: 7, category: 'phones', kind: 'manual' }), defaultChunking)
    expect(chunks.map(({ id, section, text: own }) => [id, section, own])).toEqual([
      ['doc#0', 'A title', 'Before all.'],
      ['doc#1', 'Returns', '## Returns\n\nSend it back.'],
      ['doc#2', 'Who pays', '### Who pays\n\nWe do.'],
    ])
    expect(chunks[0]).toMatchObject({
      documentId: 'doc',
      title: 'A title',
      kind: 'manual',
      product: 7,
      category: 'phones',
    })
  })

  it('keeps a heading with nothing under it with the next', () => {
    const chunks = chunkDocument(documentOf('# Manual\n\n## Setting up\n\nPlug it in.\n\n## The end'), defaultChunking)
    expect(chunks.map(({ section, text }) => [section, text])).toEqual([
      ['Setting up', '# Manual\n\n## Setting up\n\nPlug it in.'],
      ['The end', '## The end'],
    ])
  })

  it('cuts between sentences, and starts the next chunk at most the overlap earlier', () => {
    const text = sentence.repeat(20).trim()
    const chunks = chunkDocument(documentOf(text), defaultChunking)
    expect(chunks.length).toBeGreaterThan(2)
    for (const [i, chunk] of chunks.entries()) {
      expect(chunk.text.endsWith('.')).toBe(true)
      expect(chunk.text.length).toBeGreaterThan(200)
      const before = chunks[i - 1]
      if (before) expect(before.end - chunk.start).toBeLessThanOrEqual(50)
      if (before) expect(before.end - chunk.start).toBeGreaterThan(20)
    }
  })

  it('leaves no scrap at the end of a section', () => {
    const chunks = chunkDocument(documentOf(sentence.repeat(8).trim()), defaultChunking)
    expect(chunks.map(({ text }) => text.length)).toEqual([334, 250])
  })

  it('goes back to a sentence that is short enough to be shared', () => {
    const text = `${sentence.repeat(5)}Short one. ${sentence.repeat(5)}`.trim()
    const [first, second] = chunkDocument(documentOf(text), { size: 400, overlap: 50 })
    expect(first!.text.endsWith('Short one.')).toBe(true)
    expect(second!.text.startsWith('Short one.')).toBe(true)
  })

  it('has no chunks for a text without words', () => {
    expect(chunkDocument(documentOf(' \n\n---\n'), defaultChunking)).toEqual([])
  })

  const markdown = fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 6 }) },
        { weight: 1, arbitrary: fc.lorem({ maxCount: 4 }).map((words) => `## ${words}`) },
        { weight: 2, arbitrary: fc.lorem({ maxCount: 8 }).map((words) => `- ${words}\n1. ${words}`) },
        {
          weight: 1,
          arbitrary: fc.lorem({ maxCount: 4 }).map((words) => `| ${words} | x |\n|---|---|\n| ${words} | 1 |`),
        },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
        { weight: 1, arbitrary: fc.constant('👩‍👩‍👧‍👦'.repeat(60)) },
      ),
      { maxLength: 25 },
    )
    .chain((blocks) => fc.constantFrom('\n\n', '\n', '\r\n\r\n').map((separator) => blocks.join(separator)))
  const chunkings = fc
    .record({ size: fc.integer({ min: 20, max: 600 }), overlap: fc.integer({ min: 0, max: 60 }) })
    .filter(({ size, overlap }) => overlap * 2 <= size)

  it('holds for any text and size: exact, whole, in order, within bounds, between words', () => {
    fc.assert(
      fc.property(markdown, chunkings, (text, chunking) => {
        const chunks = chunkDocument(documentOf(text), chunking)
        let covered = 0
        for (const [i, { start, end, text: own, id }] of chunks.entries()) {
          expect(id).toBe(`doc#${i}`)
          expect(own).toBe(text.slice(start, end))
          expect(own).toBe(own.trim())
          expect(own.length).toBeGreaterThan(0)
          expect(own.length).toBeLessThanOrEqual(chunking.size)
          expect(end).toBeGreaterThan(covered)
          expect(covered - start).toBeLessThanOrEqual(chunking.overlap)
          expect(insidePair(text, start) || insidePair(text, end)).toBe(false)
          const longWord = /\S{20,}/.test(text.slice(Math.max(0, end - chunking.size), end + chunking.size))
          if (!longWord) expect(insideWord(text, start) || insideWord(text, end)).toBe(false)
          covered = end
        }
        expect(wordsOutside(text, chunks)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

/** Between the two halves of one character. */
const insidePair = (text: string, at: number) =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')

const insideWord = (text: string, at: number) => /\w/.test(text[at - 1] ?? '') && /\w/.test(text[at] ?? '')

/** Words that no chunk has; numbers of list items and words of code fences aside. */
function wordsOutside(text: string, chunks: readonly { start: number; end: number }[]): string[] {
  let rest = ''
  let at = 0
  for (const { start, end } of chunks) {
    rest += ` ${text.slice(at, Math.max(at, start))}`
    at = Math.max(at, end)
  }
  rest += ` ${text.slice(at)}`
  return (rest.match(/[a-z]{4,}/g) ?? []).filter(() => !text.includes('```') && !text.includes('~~~'))
}

describe('checkChunking', () => {
  it.each([
    { size: 10, overlap: 0 },
    { size: 100, overlap: 60 },
    { size: 100, overlap: -1 },
    { size: 99.5, overlap: 1 },
  ])('refuses $size with $overlap in one line', (chunking) => {
    expect(() => checkChunking(chunking)).toThrow(/not possible/)
  })
  it('takes the default', () => {
    expect(() => checkChunking(defaultChunking)).not.toThrow()
  })
})
