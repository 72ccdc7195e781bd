import { CodedError } from '@marketplace-agent/domain'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { serializers } from './logger.ts'

function logged(error: Error): string {
  const lines: string[] = []
  pino({ serializers }, { write: (line: string) => void lines.push(line) }).error({ err: error }, 'failed')
  return lines.join('')
}

it('tells where an error happened, but not in the words of others', () => {
  const error = Object.assign(new TypeError('cannot read "zelda@example.com"'), { code: 'EFAIL' })
  const line = logged(error)
  expect(line).not.toContain('zelda')
  expect(JSON.parse(line).err).toMatchObject({
    type: 'TypeError',
    code: 'EFAIL',
    stack: expect.stringContaining('logger.test.ts'),
  })
})

it('keeps the words of our own errors', () => {
  expect(JSON.parse(logged(new CodedError('unavailable', 'The graph is down.'))).err).toMatchObject({
    code: 'unavailable',
    message: 'The graph is down.',
  })
})
