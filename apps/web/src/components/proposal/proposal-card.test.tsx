import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { problemExample, proposalExample as proposal, resultExample } from '../../testing/examples.ts'
import { type Answers, renderInShop } from '../../testing/render-in-shop.tsx'
import { ProposalCard } from './proposal-card.tsx'

const button = (name: string) => screen.getByRole('button', { name })

describe('a proposal', () => {
  test('says what would be changed, what comes back and until when', async () => {
    renderInShop(<ProposalCard proposal={proposal} fate="open" />)
    expect(await screen.findByText(proposal.summary)).toBeDefined()
    expect(screen.getByText('none')).toBeDefined()
    expect(screen.getByText('requested')).toBeDefined()
    expect(screen.getAllByText('$129.50')).toHaveLength(1)
    expect(screen.getByText(/12:10/).getAttribute('datetime')).toBe(proposal.expires)
  })

  test('is confirmed under one key, however often it is pressed', async () => {
    const keys: (string | null)[] = []
    let answer: ReturnType<Answers> = { status: 503, body: problemExample(503, 'failed', 'Try again.') }
    renderInShop(<ProposalCard proposal={proposal} fate="open" />, (request) => {
      keys.push(request.headers.get('idempotency-key'))
      expect(new URL(request.url).pathname).toBe('/api/proposals/p-1/confirm')
      return answer
    })
    await userEvent.click(button('Confirm'))
    expect((await screen.findByRole('alert')).textContent).toContain('Try again.')
    answer = { body: resultExample }
    await userEvent.click(button('Confirm'))
    expect(await screen.findByText('Confirmed')).toBeDefined()
    expect(screen.getByRole('status').textContent).toContain(resultExample.message)
    expect(screen.queryByRole('button')).toBeNull()
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).not.toBeNull()
  })

  test('can not be pressed twice while it is under way', async () => {
    let finish: (answer: { body: unknown }) => void = () => {}
    let asked = 0
    renderInShop(<ProposalCard proposal={proposal} fate="open" />, () => {
      asked += 1
      return new Promise((answered) => (finish = answered))
    })
    await userEvent.click(button('Confirm'))
    await userEvent.click(button('Confirm'))
    await userEvent.click(button('Cancel'))
    expect(asked).toBe(1)
    finish({ body: resultExample })
    expect(await screen.findByText('Confirmed')).toBeDefined()
  })

  test('is dropped', async () => {
    renderInShop(<ProposalCard proposal={proposal} fate="open" />, (request) => {
      expect(new URL(request.url).pathname).toBe('/api/proposals/p-1/drop')
      return { body: { ...resultExample, message: 'Nothing is changed.' } }
    })
    await userEvent.click(button('Cancel'))
    expect(await screen.findByText('Cancelled')).toBeDefined()
  })

  test('whose time is over says so', async () => {
    renderInShop(<ProposalCard proposal={proposal} fate="open" />, () => ({
      status: 404,
      body: problemExample(404, 'not_found'),
    }))
    await userEvent.click(button('Confirm'))
    expect((await screen.findByRole('alert')).textContent).toContain('its time is over')
  })

  test.each([
    ['confirmed', 'Confirmed'],
    ['dropped', 'Cancelled'],
    ['closed', 'No longer open'],
  ] as const)('that is %s has no buttons', (fate, words) => {
    renderInShop(<ProposalCard proposal={proposal} fate={fate} />)
    expect(screen.getByText(words)).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })
})
