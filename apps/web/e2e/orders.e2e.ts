import { expect, test } from './fixtures.ts'
import { ordersOf, prove } from './own-orders.ts'

test('an order is tracked by its number, however it is typed', async ({ page, checkAccessibility }) => {
  await page.goto('/orders')
  await expect(page).toHaveTitle(/^Orders · /)
  await checkAccessibility()
  const number = page.getByLabel('Order or tracking number')
  await page.getByRole('button', { name: 'Track it' }).click()
  await expect(page.getByText('Enter the number of an order or a parcel.')).toBeVisible()
  await number.fill('hello')
  await number.press('Enter')
  await expect(page.getByText(/That is not like any number of ours.*ORD-/)).toBeVisible()
  await number.fill('ord 9999')
  await number.press('Enter')
  await expect(page.getByText(/can't find an order ORD-9999/)).toBeVisible()
  await checkAccessibility()
  await number.fill('ord 1002')
  await number.press('Enter')
  await expect(page).toHaveURL('/orders/ORD-1002')
  await expect(page).toHaveTitle(/^Order ORD-1002 · /)
  await expect(page.getByText('Left the sorting center')).toBeVisible()
  await expect(page.getByText('February 10, 2026')).toBeVisible()
  // The number alone opens neither amounts nor names.
  await expect(page.getByText('$1,099.98')).toBeHidden()
  await expect(page.getByText('Larkspur')).toBeHidden()
  await checkAccessibility()
})

test('a parcel leads to its order', async ({ page }) => {
  await page.goto('/orders')
  await page.getByLabel('Order or tracking number').fill('trk 44615368')
  await page.getByRole('button', { name: 'Track it' }).click()
  await expect(page).toHaveURL('/orders/ORD-1002')
})

test('with the e-mail all orders are there, and each with all that belongs to it', async ({
  page,
  checkAccessibility,
}) => {
  await page.goto('/orders')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Enter the e-mail address of your order.')).toBeVisible()
  await prove(page, { number: 'ord1001', email: 'somebody@example.com' })
  await expect(page.getByRole('alert')).toContainText("can't find that with the e-mail address you gave")
  await checkAccessibility()
  await prove(page, { number: 'ord1001', email: 'maya.lindqvist@example.com' })
  await expect(page.getByRole('heading', { name: 'Your orders' })).toBeVisible()
  await checkAccessibility()
  await page.getByRole('link', { name: 'ORD-1001' }).click()
  await expect(page.getByText('48 Harborview Street')).toBeVisible()
  await expect(page.getByText('REF-3008')).toBeVisible()
  await expect(page.getByText('$1,348.99')).toBeVisible()
  await checkAccessibility()
  await page.getByRole('button', { name: 'Why not? Cancelling it' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/was delivered, so that can't be done any more/)).toBeVisible()
  await checkAccessibility()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Make a complaint' }).click()
  await expect(page).toHaveURL('/complaints?order=ORD-1001')
})

test('another customer’s order says so and asks for its own proof', async ({ page }) => {
  await page.goto('/orders/ORD-1002')
  await prove(page, { number: 'ORD-1001', email: 'maya.lindqvist@example.com' })
  await expect(page.getByText(/What you have proved so far, ORD-1001, does not open this/)).toBeVisible()
  await prove(page, { number: 'ORD-1002', email: 'daniel.okafor@example.com' })
  await expect(page.getByText('912 Larkspur Terrace')).toBeVisible()
})

test('an address is changed and the order cancelled, each only after a yes', async ({
  page,
  checkAccessibility,
}, info) => {
  test.slow()
  const { number, email } = ordersOf(info.project.name).processing
  await page.goto(`/orders/${number}`)
  await prove(page, { email })
  await page.getByRole('button', { name: 'Change the address' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('House number and street').fill('')
  await dialog.getByRole('button', { name: 'See what would change' }).click()
  await expect(dialog.getByText('Enter the house number and street.')).toBeVisible()
  await checkAccessibility()
  await dialog.getByLabel('House number and street').fill('5 Elm Street')
  await dialog.getByRole('button', { name: 'See what would change' }).click()
  await expect(dialog.getByText('Shall we do this?')).toBeVisible()
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await expect(dialog.getByRole('status')).toContainText('5 Elm Street')
  await dialog.getByRole('button', { name: 'Back to the order' }).click()
  await expect(page.getByText('5 Elm Street')).toBeVisible()

  await page.getByRole('button', { name: 'Cancel the order' }).click()
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(dialog.getByText(/Nothing was changed/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Back to the order' }).click()
  await page.getByRole('button', { name: 'Cancel the order' }).click()
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await expect(dialog.getByRole('status')).toBeVisible()
  await dialog.getByRole('button', { name: 'Back to the order' }).click()
  await expect(page.getByText('This order was cancelled.')).toBeVisible()
})

test('too many tries say for how long it is closed', async ({ page }) => {
  await page.route('**/api/proof', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      json: {
        type: 'about:blank',
        title: 'Too Many Requests',
        status: 429,
        code: 'too_many_tries',
        detail: 'Please try again in 15 minutes.',
      },
    }),
  )
  await page.goto('/orders')
  await prove(page, { number: 'ORD-1001', email: 'maya.lindqvist@example.com' })
  await expect(page.getByRole('alert')).toContainText('15 minutes')
})
