import { expect, test } from './fixtures.ts'

test('products are chosen in the shop, and compared side by side', async ({ page, checkAccessibility }) => {
  await page.goto('/products?category=laptops')
  await page.getByRole('button', { name: 'Compare TechPro X1 Laptop' }).click()
  const tray = page.getByRole('region', { name: 'To compare' })
  await expect(tray.getByText('Choose one more')).toBeVisible()
  await page.getByRole('button', { name: 'Compare TechPro X2 Laptop' }).click()
  await checkAccessibility()
  await page.reload()
  await tray.getByRole('link', { name: 'Compare 2' }).click()
  await expect(page).toHaveURL('/compare?ids=1,2')
  await expect(page).toHaveTitle(/^TechPro X1 Laptop or TechPro X2 Laptop/)

  const table = page.getByRole('group', { name: 'Comparison' })
  await expect(table.getByRole('row', { name: /^Price \(differs\)/ })).toContainText('$1,299 (better)')
  await expect(table.getByRole('row', { name: /^Wireless connection/ })).toBeVisible()
  await checkAccessibility()
  await page.getByRole('checkbox', { name: /^Only the \d+ differences$/ }).check()
  await expect(table.getByRole('row', { name: /^Wireless connection/ })).toBeHidden()
  await expect(table.getByRole('row', { name: /^Price/ })).toBeVisible()

  await page.getByRole('button', { name: 'Remove TechPro X2 Laptop' }).click()
  await expect(page.getByText('Choose one more to compare')).toBeVisible()
  await expect(page).toHaveURL('/compare?ids=1')
})

test('a link shows the same to whoever has it; four at most', async ({ page, checkAccessibility }) => {
  await page.goto('/compare?ids=1,2,3,4,5')
  await expect(page.getByRole('columnheader', { name: 'Gaming Laptop G1' })).toBeVisible()
  await expect(page.getByRole('columnheader')).toHaveCount(5)
  await checkAccessibility()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBe(0)
})

test('with nothing chosen it says how to choose', async ({ page, checkAccessibility }) => {
  await page.goto('/compare')
  await expect(page.getByText('Nothing is chosen to compare yet')).toBeVisible()
  await checkAccessibility()
  await page.goto('/compare?ids=1,9999')
  await expect(page.getByText('There is no product 9999.')).toBeVisible()
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('link', { name: 'Choose products' }).click()
  await expect(page).toHaveURL('/products')
})
