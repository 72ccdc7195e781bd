import { zChatRequest } from '@marketplace-agent/api-client/zod'
import { expect, test } from 'vitest'
import { longest } from './composer.tsx'

test('the longest message that can be written is the longest that is taken', () => {
  expect(zChatRequest.safeParse({ message: 'x'.repeat(longest) }).success).toBe(true)
  expect(zChatRequest.safeParse({ message: 'x'.repeat(longest + 1) }).success).toBe(false)
})
