import { expect, it } from 'vitest'
import { createFingerprint } from './fingerprint.ts'

it('gives an id one fingerprint, and another with another secret', () => {
  const fingerprint = createFingerprint(['a'.repeat(32)])
  expect(fingerprint('session-12345')).toMatch(/^[0-9a-f]{16}$/)
  expect(fingerprint('session-12345')).toBe(createFingerprint(['a'.repeat(32), 'b'.repeat(32)])('session-12345'))
  expect(fingerprint('session-12346')).not.toBe(fingerprint('session-12345'))
  expect(createFingerprint(['b'.repeat(32)])('session-12345')).not.toBe(fingerprint('session-12345'))
})
