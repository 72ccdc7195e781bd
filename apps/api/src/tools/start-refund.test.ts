import { expect, it } from 'vitest'
import { handClock, startTestApp } from '../testing/test-app.ts'

it('says how an amount comes about where a return costs something, and nothing where it is free', async () => {
  const clock = handClock('2026-05-12T12:00:00Z')
  const coffee = await startTestApp({ environment: { SHOP_DIR: 'data/example-shop' }, clock })
  const asked = await coffee.chat('I send back the unopened Kochere of 26/10455, my mail is cian@mail.example')
  await coffee.stop()
  expect(asked.response).toContain('€9 (€15.90 less €6.90 for the return).')
  expect(asked.proposal?.after).toEqual([
    { label: 'Items', text: 'Kochere Filter Roast' },
    { label: 'Worth', text: '€15.90' },
    { label: 'Cost of the return', text: '−€6.90' },
    { label: 'Refund', text: '€9' },
    { label: 'State', text: 'requested' },
  ])

  const electronics = await startTestApp()
  const free = await electronics.chat(
    'I want my money back for the charger of ORD-1014, my mail is grace.adeyemi@example.org',
  )
  const { proposal } = free
  await electronics.stop()
  expect(proposal?.after.map(({ label }) => label)).toEqual(['Items', 'Refund', 'State'])
})
