import { describe, expect, it } from 'vitest'
import { english } from '../testing/language.ts'
import { readLanguage } from './read-language.ts'

// Reading it checks that every task has its file and every file its task, and that placeholders are known.
const { tasks, utterances } = await readLanguage(english)

describe('the English language data', () => {
  it('covers every intent and has enough lines for each task', () => {
    expect(new Set(tasks.map(({ intent }) => intent)).size).toBe(7)
    const counts = tasks.map((task, index) => [task.name, utterances.filter((line) => line.task === index).length])
    expect(counts.filter(([, count]) => Number(count) < 80)).toEqual([])
  })

  it('has no task twice', () => {
    expect(new Set(tasks.map(({ name }) => name)).size).toBe(tasks.length)
  })

  it('says nothing in two tasks', () => {
    const tasksOf = new Map<string, string[]>()
    for (const { text, task } of utterances) {
      const key = text.toLowerCase().replaceAll(/[^\p{L}\p{N}{}\s]/gu, '')
      tasksOf.set(key, [...(tasksOf.get(key) ?? []), tasks[task]?.name ?? ''])
    }
    const twice = [...tasksOf].filter(([key, names]) => key.trim() !== '' && new Set(names).size > 1)
    expect(twice).toEqual([])
  })
})
