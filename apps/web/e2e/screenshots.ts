/** Pictures of pages at both widths, light and dark: `node e2e/screenshots.ts FOLDER PATH…`, after a build. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { openShop } from './shop-server.ts'

const [folder, ...paths] = process.argv.slice(2)
if (folder === undefined || paths.length === 0) throw new Error('Say a folder and at least one path: shots / /products')
mkdirSync(folder, { recursive: true })

const shop = await openShop()
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } }
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport, colorScheme, baseURL: shop.address })
    for (const path of paths) {
      await page.goto(path, { waitUntil: 'networkidle' })
      const name = path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: true })
    }
    await page.close()
  }
}
await browser.close()
await shop.close()
