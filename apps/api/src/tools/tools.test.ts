import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cards, intents } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { root } from '../config.ts'
import { tools } from './index.ts'

const here = import.meta.dirname
const language = join(root, 'data/language/en')
const tasks = JSON.parse(await readFile(join(language, 'tasks.json'), 'utf8')) as { name: string }[]
const smallTalk = JSON.parse(await readFile(join(language, 'small-talk.json'), 'utf8')) as Record<string, string[]>
const files = await readdir(here)

/** Files of the folder that are not tools. */
const helpers = new Set([
  'define-tool',
  'fields',
  'index',
  'order-view',
  'product-fact',
  'related',
  'search-input',
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
    const known = tasks.map((task) => task.name)
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
