import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language/read-language.ts'
import { english } from './language.ts'
import { nearDuplicates } from './near-duplicates.ts'

const least = 0.7
const sets = ['intents.jsonl', 'intents-strangers.jsonl'].map((name) => join(english, '../../eval', name))
const messages = (await Promise.all(sets.map((set) => readFile(set, 'utf8')))).flatMap((text) =>
  text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text),
)
const utterances = (await readLanguage(english)).utterances.map(({ text }) => text)
const brief = ({ one, other }: { one: string; other: string }) => `${one} ~ ${other}`

describe('the utterances and the evaluation sets', () => {
  it('say nothing in nearly the same words', () => {
    expect(nearDuplicates(messages, utterances, least).map(brief)).toEqual([])
  })

  it.each([
    ['as it is', (text: string) => text],
    ['in capitals, with a sign and a word more', (text: string) => `${text.toUpperCase()} please!!`],
    ['with another number', (text: string) => text.replaceAll(/\d+/g, '77')],
    ['with a placeholder for its number', (text: string) => text.replaceAll(/\S*\d\S*/g, '{order}')],
    ['in another order', (text: string) => text.replace(/^(.*?)([,?.]) (.+)$/, '$3$2 $1')],
  ])('would be found where a message were trained on %s', (_, change) => {
    const long = messages.filter((text) => (text.match(/\b[a-z]{2,}\b/gi) ?? []).length >= 8)
    expect(long.length).toBeGreaterThan(50)
    const planted = long.map(change)
    const found = new Set(nearDuplicates(long, planted, least).map(({ one }) => one))
    expect(found.size / long.length).toBeGreaterThan(0.97)
  })
})

describe('nearDuplicates', () => {
  it('passes over what is short, and what only shares a subject', () => {
    expect(nearDuplicates(['where is my order'], ['where is my order'], least)).toHaveLength(1)
    expect(nearDuplicates(['thanks a lot'], ['thanks a lot'], least)).toEqual([])
    expect(nearDuplicates(['where is my order please'], ['please cancel my order'], least)).toEqual([])
  })
})
