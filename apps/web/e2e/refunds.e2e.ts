import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ordersOf, prove } from './own-orders.ts'

const ask = (page: Page) => page.getByRole('button', { name: 'Ask for the refund' }).click()
const confirm = (page: Page) => page.getByRole('button', { name: 'Confirm', exact: true })

test('a refund is asked for, confirmed once, and found again', async ({ page, checkAccessibility }, info) => {
  test.slow()
  const { number, email } = ordersOf(info.project.name).delivered
  await page.goto('/refunds')
  await expect(page).toHaveTitle(/^Returns & refunds · /)
  await checkAccessibility()
  await page.getByRole('button', { name: 'See what can go back' }).click()
  await expect(page.getByText('Say which order it is from.')).toBeVisible()
  await page.getByLabel('Order number').fill(number.toLowerCase().replace('-', ' '))
  await page.getByRole('button', { name: 'See what can go back' }).click()
  await expect(page).toHaveURL(`/refunds?order=${number}`)
  await prove(page, { email })
  await expect(page.getByText(/You can ask for it until/)).toBeVisible()
  await checkAccessibility()
  await ask(page)
  await expect(page.getByText('Shall we do this?')).toBeVisible()
  await checkAccessibility()

  let pressed = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/confirm')) pressed += 1
  })
  await confirm(page).dblclick()
  await expect(page.getByText('The number of your refund')).toBeVisible()
  expect(pressed).toBe(1)
  const refund =
    (await page
      .getByText(/^REF-\d+$/)
      .first()
      .textContent()) ?? ''
  await expect(page.getByRole('heading', { name: 'Your refunds' })).toBeVisible()
  await checkAccessibility()

  await page.goto(`/refunds?number=${refund.toLowerCase()}`)
  await expect(page.getByText('Requested').first()).toBeVisible()
  await page.goto(`/refunds?order=${number}`)
  await expect(page.getByText('That is not possible')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Make a complaint' })).toBeVisible()
  await checkAccessibility()
})

test('some of an order goes back, and a "yes" in the chat of another tab settles it here, too', async ({
  page,
  context,
}, info) => {
  const { number, email } = ordersOf(info.project.name).several
  await page.goto(`/refunds?order=${number}`)
  await prove(page, { email })
  await page.getByRole('checkbox').first().check()
  await ask(page)
  await expect(confirm(page)).toBeVisible()

  const chat = await context.newPage()
  await chat.goto('/chat')
  const message = chat.getByRole('textbox')
  const log = chat.getByRole('log')
  await message.fill('yes')
  await message.press('Enter')
  await expect(log.getByText(/waiting for your yes or no|is requested/).first()).toBeVisible()
  if (
    await log
      .getByText(/waiting for your yes or no/)
      .first()
      .isVisible()
  ) {
    await message.fill('yes')
    await message.press('Enter')
  }
  await expect(log.getByText(/is requested/).first()).toBeVisible()
  await page.bringToFront()
  await expect(page.getByText('The number of your refund')).toBeVisible()
})

test('what waits in the chat is decided on first; then it goes on by itself', async ({ page }, info) => {
  const { number, email } = ordersOf(info.project.name).damaged
  await page.goto(`/refunds?order=${number}`)
  await prove(page, { email })
  await page.getByRole('checkbox').first().check()
  await ask(page)
  await expect(confirm(page)).toBeVisible()
  await page.goto(`/complaints?order=${number}`)
  await page.getByLabel('What went wrong?').selectOption('service')
  await page.getByLabel('Tell us about it').fill('Nobody answered the phone.')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText(/Something else still waits for your yes or no/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByText(/I would file a complaint/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByText(/Nothing was changed/)).toBeVisible()
  await expect(page.getByLabel('Tell us about it')).toHaveValue('Nobody answered the phone.')
})

test('without a connection and while the shop can’t write, there is a way on', async ({ page, context }, info) => {
  const { number, email } = ordersOf(info.project.name).damaged
  await page.goto(`/refunds?order=${number}`)
  await prove(page, { email })
  await page.getByRole('checkbox').first().check()
  await context.setOffline(true)
  await ask(page)
  await expect(page.getByText("We can't be reached")).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(confirm(page)).toBeVisible()

  const answer = (status: number, code: string, detail: string) => ({
    status,
    contentType: 'application/problem+json',
    json: { type: 'about:blank', title: 'Problem', status, code, detail },
  })
  await page.route('**/confirm', (route) =>
    route.fulfill(answer(503, 'unavailable', 'We can not write that down now. Try again in a moment.')),
  )
  await confirm(page).click()
  await expect(page.getByRole('alert')).toContainText('Try again in a moment')
  await expect(confirm(page)).toBeEnabled()
  // Its time is over.
  await page.unroute('**/confirm')
  await page.route('**/confirm', (route) =>
    route.fulfill(answer(404, 'not_found', 'There is no such proposal any more.')),
  )
  await page.route('**/api/conversations/*', async (route) => {
    const answered = await route.fetch()
    await route.fulfill({ response: answered, json: { ...(await answered.json()), proposal: null } })
  })
  await confirm(page).click()
  await expect(
    page.getByText(/can not be confirmed any more: its time is over, or it was settled elsewhere/),
  ).toBeVisible()
  await page.unroute('**/confirm')
  await page.unroute('**/api/conversations/*')
  await page.getByRole('button', { name: 'Ask for it again' }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
})

test('a refund’s own number opens that refund', async ({ page, checkAccessibility }) => {
  await page.goto('/refunds')
  await page.getByLabel('Refund number').fill('ref 3006')
  await page.getByRole('button', { name: 'Look it up' }).click()
  await prove(page, { email: 'hannah.voss@example.org' })
  await expect(page.getByText('Paid', { exact: true })).toBeVisible()
  await expect(page.getByText('$149').first()).toBeVisible()
  await checkAccessibility()
})
