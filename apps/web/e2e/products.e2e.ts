import { expect, test } from './fixtures.ts'

test('filters, words and order are the address, and the way back leads through them', async ({
  page,
  isMobile,
  checkAccessibility,
}) => {
  await page.goto('/products')
  await expect(page.getByText('40 products')).toBeVisible()
  await checkAccessibility()

  if (isMobile) await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: 'Laptops' }).check()
  await expect(page).toHaveURL('/products?category=laptops')
  await page.getByRole('checkbox', { name: 'Vortann' }).check()
  await expect(page).toHaveURL('/products?category=laptops&brand=Vortann')
  if (isMobile) {
    await checkAccessibility()
    await page.getByRole('button', { name: /^Show \d+ products$/ }).click()
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Laptops' })).toBeVisible()
  await expect(page.getByText('2 products', { exact: true })).toBeVisible()
  await page.getByLabel('Sort by').selectOption('price')
  await expect(page).toHaveURL('/products?category=laptops&brand=Vortann&sort=price')
  await expect(page.getByRole('article').first()).toContainText('Gaming Laptop G1')

  await page.getByRole('button', { name: 'Remove Vortann' }).click()
  await expect(page.getByText('6 products', { exact: true })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('2 products', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 products', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove Laptops' })).toBeVisible()
})

test('the list follows the words that are typed', async ({ page }) => {
  await page.goto('/products')
  await page.getByLabel('Search products').fill('headphones')
  await expect(page).toHaveURL('/products?q=headphones')
  await expect(page.getByRole('article').first()).toContainText('Headphones')
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(page).toHaveURL('/products')
  await expect(page.getByText('40 products')).toBeVisible()
})

test('where nothing is left it says what to do', async ({ page, checkAccessibility }) => {
  await page.goto('/products?category=laptops&max_price=20')
  await expect(page.getByText('Nothing is like that')).toBeVisible()
  await checkAccessibility()
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(page.getByText('40 products')).toBeVisible()
})

test('only what is near the screen is in the page, down to the last product', async ({ page }) => {
  await page.goto('/products?sort=name')
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(await page.getByRole('article').count()).toBeLessThan(40)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(page.locator('li[aria-posinset="40"]').getByRole('article')).toBeInViewport()
})

test('a product: what it is, what fits it and why, what there is to read', async ({ page, checkAccessibility }) => {
  await page.goto('/products')
  await page.getByRole('link', { name: 'TechPro X2 Laptop' }).click()
  await expect(page).toHaveURL('/products/2')
  await expect(page).toHaveTitle('TechPro X2 Laptop · TechPro Electronics')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TechPro X2 Laptop')
  await expect(page.getByText('$1,799').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The model before it' })).toBeVisible()
  const fitting = page.getByRole('region', { name: 'What fits it' })
  await expect(fitting.getByText(/plugs into|pair by|charges by/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Similar products' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Often bought together' })).toBeVisible()
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(data).toMatchObject({ '@type': 'Product', name: 'TechPro X2 Laptop', offers: { price: 1799 } })
  await checkAccessibility()
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Laptops' }).click()
  await expect(page).toHaveURL('/products?category=laptops')
})

test('one asks about a product where one is', async ({ page }) => {
  await page.goto('/products/1')
  await page.getByRole('button', { name: 'Ask about this product' }).click()
  await expect(page.getByLabel('Your message')).toHaveValue(/TechPro X1 Laptop/)
})

test('a product that is not there says so, with a way on', async ({ page, checkAccessibility }) => {
  for (const id of ['9999', 'abc']) {
    await page.goto(`/products/${id}`)
    await expect(page.getByText('There is no such product')).toBeVisible()
  }
  await checkAccessibility()
  await page.getByRole('link', { name: 'See all products' }).click()
  await expect(page).toHaveURL('/products')
})

test('the front page leads to products, categories and the assistant', async ({ page, checkAccessibility }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Best rated' })).toBeVisible()
  await expect(
    page.getByRole('list', { name: 'Examples of what you can ask' }).getByRole('button').first(),
  ).toBeVisible()
  await checkAccessibility()
  await page.getByLabel('Search products').fill('charger')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL('/products?q=charger')
  await page.goBack()
  await page.getByRole('link', { name: /^Tablets/ }).click()
  await expect(page).toHaveURL('/products?category=tablets')
})

test('what the shop has written is listed and can be read', async ({ page, checkAccessibility }) => {
  await page.goto('/documents')
  await expect(page.getByRole('heading', { name: 'Manuals', exact: true })).toBeVisible()
  await checkAccessibility()
  await page.getByRole('link', { name: /^Returns and refunds/ }).click()
  await expect(page).toHaveURL('/documents/returns-and-refunds')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Returns and refunds')
})
