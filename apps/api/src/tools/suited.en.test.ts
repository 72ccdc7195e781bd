import { expect, it } from 'vitest'
import { startTestApp } from '../testing/test-app.ts'

it('takes any signs for what a thing is wanted for, as they are', async () => {
  const test = await startTestApp()
  for (const purpose of ['(', '(a+)+#', 'sci-fi', 'gaming']) {
    const answer = await test.send('GET', `/api/products/compare?ids=1&ids=2&purpose=${encodeURIComponent(purpose)}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.json<{ message: string }>().message).toContain(purpose)
  }
  await test.stop()
})
