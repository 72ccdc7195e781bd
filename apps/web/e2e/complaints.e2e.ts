import { expect, test } from './fixtures.ts'
import { ordersOf, prove } from './own-orders.ts'

test('a complaint is made, kept by its number, and its state looked up later', async ({
  page,
  browser,
  checkAccessibility,
}, info) => {
  test.slow()
  const { number, email } = ordersOf(info.project.name).late
  await page.goto('/complaints')
  await expect(page).toHaveTitle(/^Complaints · /)
  await checkAccessibility()
  const goOn = page.getByRole('button', { name: 'Go on' })
  await goOn.click()
  await expect(page.getByText('Say which order it is about.')).toBeVisible()
  await expect(page.getByText('Choose what went wrong.')).toBeVisible()
  await expect(page.getByText('Tell us in a sentence or two what happened.')).toBeVisible()
  await expect(page.getByLabel('Order number')).toBeFocused()
  await checkAccessibility()
  await page.getByLabel('Order number').fill(number.replace('-', '').toLowerCase())
  await page.getByLabel('What went wrong?').selectOption('late')
  await page.getByLabel('Tell us about it').fill('It should have been here days ago.')
  await page.getByLabel(/What would make it good/).selectOption('apology')
  await goOn.click()
  // It goes on by itself once it is proved whose order it is.
  await prove(page, { email })
  await expect(page.getByText(/I would file a complaint/)).toBeVisible()
  await checkAccessibility()
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('The number of your complaint')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your complaints' })).toBeVisible()
  await checkAccessibility()
  const complaint =
    (await page
      .getByText(/^CMP-\d+$/)
      .first()
      .textContent()) ?? ''

  // Later, on another device.
  const device = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const later = await device.newPage()
  await later.goto('/orders')
  await later.getByLabel('Order or tracking number').fill(complaint)
  await later.getByRole('button', { name: 'Track it' }).click()
  await expect(later).toHaveURL(`/complaints?number=${complaint}`)
  await prove(later, { email })
  await expect(later.getByText('It should have been here days ago.')).toBeVisible()
  await expect(later.getByText('Open', { exact: true })).toBeVisible()
  await device.close()
})

test('the same complaint twice is refused with the number of the first', async ({ page, checkAccessibility }) => {
  await page.goto('/complaints?order=ORD-1031')
  await expect(page.getByLabel('Order number')).toHaveValue('ORD-1031')
  await page.getByLabel('What went wrong?').selectOption('late')
  await page.getByLabel('What is it about?').selectOption({ index: 1 })
  await page.getByLabel('Tell us about it').fill('It is late.')
  await page.getByRole('button', { name: 'Go on' }).click()
  await prove(page, { email: 'maya.lindqvist@example.com' })
  await expect(page.getByText(/CMP-2010/).first()).toBeVisible()
  await expect(page.getByText('That is not possible')).toBeVisible()
  await checkAccessibility()
})
