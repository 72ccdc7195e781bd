import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const order = 'ORD-1003'
const email = 'priya.raman@example.org'

async function say(page: Page, message: string) {
  const input = page.getByLabel('Your message')
  await input.fill(message)
  await input.press('Enter')
}

/** The messages and their answers, oldest first. */
const said = (page: Page): Locator => page.getByRole('log').getByRole('article')

/** The newest answer, when it is whole. */
async function answered(page: Page, count: number): Promise<Locator> {
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
  await expect(said(page)).toHaveCount(count)
  return said(page).last()
}

test('an order is found, shown with its way, and told to who listens', async ({ page, checkAccessibility }) => {
  await page.goto('/chat')
  await say(page, 'where is ORD-1002?')
  const answer = await answered(page, 1)
  await expect(answer.getByText('In transit').first()).toBeVisible()
  await expect(answer.getByRole('listitem').filter({ hasText: 'Left the sorting center' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'ORD-1002' })).toHaveCount(1)
  await checkAccessibility()
})

test('a comparison is a table that marks what is better', async ({ page, checkAccessibility }) => {
  await page.goto('/chat')
  await say(page, 'compare the X1 and the G1')
  const answer = await answered(page, 1)
  await expect(answer.getByRole('table')).toHaveCount(1)
  await expect(answer.getByRole('cell', { name: '12 hours (better)' })).toBeVisible()
  await checkAccessibility()
})

test('a source opens its document at the sentence', async ({ page, checkAccessibility }) => {
  await page.goto('/chat')
  await say(page, 'what is your return policy?')
  const answer = await answered(page, 1)
  await answer.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
  const document = page.getByRole('dialog')
  await expect(document.locator('mark').first()).toBeInViewport()
  await expect(document.locator('mark').first()).toContainText('30 days')
  await checkAccessibility()
  await page.keyboard.press('Escape')
  await expect(document).toBeHidden()
})

test('the conversation survives a reload and a change between page and panel', async ({ page, isMobile }) => {
  await page.goto('/chat')
  await say(page, 'where is ORD-1002?')
  await answered(page, 1)
  await page.reload()
  await expect(said(page)).toHaveCount(1)
  if (isMobile) return
  await page.goto('/')
  await page.getByRole('button', { name: 'Ask us' }).click()
  await expect(said(page)).toHaveCount(1)
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await expect(said(page)).toHaveCount(1)
})

test('another tab shows what was added in this one', async ({ page, context }) => {
  await page.goto('/chat')
  await say(page, 'where is ORD-1002?')
  await answered(page, 1)
  const other = await context.newPage()
  await other.goto('/chat')
  await expect(said(other)).toHaveCount(1)
  await say(other, 'and the X1, what does it weigh?')
  await answered(other, 2)
  await page.bringToFront()
  await expect(said(page)).toHaveCount(2)
})

test('started over, it is empty here and gone', async ({ page }) => {
  await page.goto('/chat')
  await say(page, 'where is ORD-1002?')
  await answered(page, 1)
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click()
  await expect(said(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('list', { name: 'What you can ask' })).toBeVisible()
})

test('a proposal is dropped by its button, and the history says so', async ({ page, checkAccessibility }) => {
  await page.goto('/chat')
  await say(page, `cancel my order ${order}, my e-mail is ${email}`)
  await answered(page, 1)
  const proposal = page.getByRole('region', { name: 'Proposal' })
  await expect(proposal.getByText('processing')).toBeVisible()
  await expect(proposal.getByRole('button', { name: 'Confirm' })).toBeVisible()
  await checkAccessibility()
  await proposal.getByRole('button', { name: 'Cancel' }).click()
  await expect(proposal.getByText('Cancelled', { exact: true })).toBeVisible()
  await answered(page, 2)
  await page.reload()
  await expect(proposal.getByText('Cancelled', { exact: true })).toBeVisible()
})

test('without a connection what is written stays, and is sent when it is back', async ({ page, context }) => {
  await page.goto('/chat')
  await expect(page.getByLabel('Your message')).toBeVisible()
  await context.setOffline(true)
  await say(page, 'where is ORD-1002?')
  await expect(page.getByText('Your message stays here')).toBeVisible()
  await expect(page.getByLabel('Your message')).toHaveValue('where is ORD-1002?')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await answered(page, 1)
})

test('a shop that can’t be reached keeps the message, and takes it again', async ({ page }) => {
  await page.goto('/chat')
  await page.route('**/api/chat/stream', (route) => route.abort())
  await say(page, 'where is ORD-1002?')
  await expect(page.getByText("We couldn't be reached")).toBeVisible()
  await page.unroute('**/api/chat/stream')
  await page.getByRole('button', { name: 'Send again' }).click()
  await answered(page, 1)
})

test('an answer can be stopped', async ({ page }) => {
  await page.goto('/chat')
  await page.route('**/api/chat/stream', () => {})
  await say(page, 'where is ORD-1002?')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped.')).toBeVisible()
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(page.getByLabel('Your message')).toHaveValue('where is ORD-1002?')
})

test('all of it goes by keyboard', async ({ page, isMobile }) => {
  test.skip(isMobile, 'A phone has no Tab key.')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.getByRole('button', { name: 'Ask us' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your message')).toBeFocused()
  await page.keyboard.type('what is your return policy?')
  await page.keyboard.press('Enter')
  await answered(page, 1)
  await expect(page.getByLabel('Your message')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('list', { name: 'Suggestions' }).getByRole('button').last()).toBeFocused()
  await page.keyboard.press('Enter')
  await answered(page, 2)
})

test('a yes by button changes it once, for the pages and the other tabs as well', async ({
  page,
  context,
  checkAccessibility,
}) => {
  await page.goto('/chat')
  await say(page, 'cancel my order ORD-1003, my e-mail is priya.raman@example.org')
  await answered(page, 1)
  const other = await context.newPage()
  await other.goto('/orders/ORD-1003')
  await expect(other.getByText('Processing').first()).toBeVisible()
  const proposal = page.getByRole('region', { name: 'Proposal' })
  await proposal.getByRole('button', { name: 'Confirm' }).click()
  await expect(proposal.getByText('Confirmed', { exact: true })).toBeVisible()
  const done = await answered(page, 2)
  await expect(done).toContainText('cancelled')
  await expect(other.getByText('This order was cancelled.')).toBeVisible()
  await checkAccessibility()
  await page.goto('/orders/ORD-1003')
  await expect(page.getByText('Cancelled').first()).toBeVisible()
})

test('a yes in words does the same', async ({ page }) => {
  await page.goto('/chat')
  await say(page, 'I want my money back for ORD-1013, my e-mail is tomas.herrera@example.com')
  await answered(page, 1)
  await say(page, 'yes')
  const done = await answered(page, 2)
  await expect(done.getByText('Requested', { exact: true }).first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Proposal' }).getByText('Confirmed')).toBeVisible()
})
