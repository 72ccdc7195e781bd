import { expect, it } from 'vitest'
import { createProgressBar } from './progress-bar.ts'

/** What is shown of a run that takes so many milliseconds a step. */
function shown(isTTY: boolean, step: number, of: number, columns = 80): string[] {
  const written: string[] = []
  let time = 0
  const tell = createProgressBar('messages', { isTTY, columns, write: (text) => written.push(text) }, () => time)
  for (let done = 1; done <= of; done++) {
    time += step
    tell(done, of)
  }
  return written
}

it('is one line on a terminal, drawn over, that ends when all is done', () => {
  const lines = shown(true, 1000, 4)
  expect(lines).toHaveLength(4)
  expect(lines[0]).toBe('\r\u001B[2K[######------------------] 25%  1 of 4 messages, 0:01, 0:03 left')
  expect(lines.at(-1)).toBe(`\r\u001B[2K[${'#'.repeat(24)}]100%  4 of 4 messages, 0:04\n`)
  expect(lines.slice(0, -1).join('')).not.toContain('\n')
})

it('is drawn ten times a second at most, and in the width there is', () => {
  expect(shown(true, 1, 1000)).toHaveLength(11)
  for (const line of shown(true, 1000, 3, 30)) expect(line.replace(/^\r\S{4}|\n$/g, '').length).toBeLessThan(30)
})

it('is a line every 10% elsewhere, and none where it is quick', () => {
  expect(shown(false, 1, 1000)).toEqual([])
  const lines = shown(false, 100, 1000)
  expect(lines).toHaveLength(10)
  expect(lines[0]).toBe('10%  100 of 1000 messages, 0:10, 1:30 left\n')
  expect(lines.join('')).not.toContain('\r')
})

it('tells hours', () => {
  expect(shown(false, 3_700_000, 2)[0]).toContain('1:01:40')
})
