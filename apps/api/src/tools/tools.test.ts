import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cards, createFormat, intents } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { dialogueTasks } from '../agent/dialogue/about-own-order.ts'
import { root } from '../config.ts'
import { type WordsKit, writes } from './define-tool.ts'
import { tools } from './index.ts'
import { refusalWords } from './refusal.en.ts'

const here = import.meta.dirname
const language = join(root, 'data/language/en')
const tasks = JSON.parse(await readFile(join(language, 'tasks.json'), 'utf8')) as { name: string }[]
const smallTalk = JSON.parse(await readFile(join(language, 'small-talk.json'), 'utf8')) as Record<string, string[]>
const files = await readdir(here)
/** The rules that can refuse, as docs/rules.md tables them. */
const [, table = ''] =
  /^\| refused by .*\n[^\n]*\n((?:\|.*\n)+)/m.exec(await readFile(join(root, 'docs/rules.md'), 'utf8')) ?? []
const rules = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, rule = '']) => rule)

/** Files of the folder that are not tools. */
const helpers = new Set([
  'customer-views',
  'define-tool',
  'fields',
  'index',
  'order-facts',
  'order-filter',
  'order-view',
  'product-fact',
  'refusal',
  'related',
  'search-input',
  'source',
  'spec-filter',
])

describe('the list of tools', () => {
  it('has every tool of the folder, by its file name', () => {
    const inFolder = files
      .filter((file) => /^[a-z-]+\.ts$/.test(file))
      .map((file) => file.replace('.ts', ''))
      .filter((name) => !helpers.has(name))
    expect(tools.map((tool) => tool.name.replaceAll('_', '-')).toSorted()).toEqual(inFolder.toSorted())
  })

  it('serves every task of the language data, or has words for it', () => {
    const served = new Set(tools.flatMap((tool) => tool.tasks))
    const silent = tasks.map(({ name }) => name).filter((name) => !served.has(name) && smallTalk[name] === undefined)
    expect(silent).toEqual([])
  })
})

describe('what a rule refuses', () => {
  const kit = {
    format: createFormat({ locale: 'en-US', currency: 'USD', time_zone: 'UTC' }),
    contact: 'help@shop.example',
  } as WordsKit
  /** What each rule's refusal carries, of all of them. */
  const values = {
    order: 'A-1',
    state: 'delivered',
    product: 'Acme Drill 18',
    category: 'drills',
    delivered: '2026-01-04',
    last_day: '2026-02-03',
    window_days: '30',
    bought: '2',
    left: '1',
    refund: 'R-1',
    wanted: '3',
    amount: '12.5',
    costs: '20',
    cancelled: '2026-01-04',
    until: '2026-01-04T10:00:00Z',
    hours: '24',
    country: 'France',
    present_country: 'Canada',
    address: 'PO Box 7',
    complaint: 'C-1',
    reason: 'damaged',
    quote: 'Thirty days.',
    alternatives: 'warranty_claim contact',
  }

  it('is known', () => {
    expect(rules.length).toBeGreaterThan(15)
    expect(Object.keys(refusalWords).toSorted()).toEqual(rules.toSorted())
  })

  it.each(tools.filter((tool) => writes(tool) || tool.name === 'return_options'))(
    'is told by $name: why, the policy, and what is possible instead',
    ({ words }) => {
      for (const rule of rules) {
        const said: string = words.otherwise[rule]?.({}, values, kit) ?? ''
        expect(said, rule).toMatch(
          /^[A-Z].+\. Our policy says: “Thirty days.” If something is wrong .+ You reach us at help@shop.example\.$/,
        )
        expect(said, rule).not.toMatch(/undefined|null|NaN|Invalid/)
      }
    },
  )
})

describe.each(tools.map((tool) => [tool.name, tool] as const))('%s', (name, tool) => {
  it('is whole', () => {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(tool.title).not.toBe('')
    expect(tool.description).toMatch(/\.$/)
    expect(intents).toContain(tool.intent)
    expect(cards.map((card) => card.properties.kind.const)).toContain(tool.card)
    expect(files).toContain(`${name.replaceAll('_', '-')}.en.ts`)
  })

  it('serves known tasks', () => {
    const known = [...tasks.map((task) => task.name), ...dialogueTasks]
    for (const task of [...tool.tasks, ...(tool.background ?? []), ...Object.keys(tool.words.topics ?? {})]) {
      expect(known).toContain(task)
    }
  })

  it('describes every field, takes no others, and asks for each that chat can miss', () => {
    expect(tool.input.additionalProperties).toBe(false)
    for (const [field, schema] of Object.entries<{ description?: string }>(tool.input.properties)) {
      expect(schema.description, field).toMatch(/\S/)
    }
    for (const field of Object.keys(tool.slots)) expect(Object.keys(tool.input.properties)).toContain(field)
    for (const field of (tool.input.required ?? []) as string[]) {
      expect(tool.words.ask[field], field).toMatch(/[?.]$/)
      if (tool.tasks.length > 0) expect(Object.keys(tool.slots), field).toContain(field)
    }
  })
})
