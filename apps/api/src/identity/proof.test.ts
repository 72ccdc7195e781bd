import { expect, it } from 'vitest'
import { proofOf, sameEmail } from './proof.ts'

it('takes e-mails for the same but for case and spaces around', () => {
  expect(sameEmail(' Ada@Example.com\n', 'ada@example.COM')).toBe(true)
  expect(sameEmail('ada@example.com', 'ada@example.co')).toBe(false)
  expect(sameEmail('a da@example.com', 'ada@example.com')).toBe(false)
  expect(sameEmail('', 'ada@example.com')).toBe(false)
})

it('keeps no e-mail for the audit', () => {
  const given = { number: 'N-1', email: 'ada@example.com' }
  expect(proofOf({ kind: 'customer', ...given })).toEqual({ kind: 'order', number: 'N-1' })
  expect(proofOf({ kind: 'record', record: 'refund', ...given })).toEqual({ kind: 'refund', number: 'N-1' })
})
