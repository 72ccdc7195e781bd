import { expect, test } from './fixtures.ts'

test('the start leads everywhere', async ({ page, checkAccessibility, isMobile }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveTitle('TechPro Electronics')
  await checkAccessibility()
  if (isMobile) await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Complaints' }).first().click()
  await expect(page).toHaveURL('/complaints')
  await expect(page).toHaveTitle(/^Complaints · /)
})

test('an address that nobody has says so, with a way on', async ({ page, checkAccessibility }) => {
  await page.goto('/nowhere')
  await expect(page.getByText('There is no such page')).toBeVisible()
  await checkAccessibility()
  await page.getByRole('link', { name: 'See the products' }).click()
  await expect(page).toHaveURL('/products')
})

test('a theme that was chosen is there at once after a reload', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /^Colours/ }).click()
  await page.getByRole('button', { name: /^Colours: light/ }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('without a connection the shop says so', async ({ page, context }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('You are offline.')).toBeVisible()
})

test('a shop that can’t be reached says so, and opens when it can', async ({
  page,
  complaints,
  checkAccessibility,
}) => {
  await page.route('**/api/shop', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByText("We can't be reached")).toBeVisible()
  await checkAccessibility()
  await page.unroute('**/api/shop')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // That it can't be reached is in the console, too.
  expect(complaints.splice(0).every((each) => each.includes('Failed to fetch'))).toBe(true)
})
