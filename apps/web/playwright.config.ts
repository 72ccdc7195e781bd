import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/** Chromium where CHROMIUM says it is, else where Debian puts it, else Playwright's own. */
const told = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const launchOptions = { args: ['--no-sandbox'], ...(existsSync(told) && { executablePath: told }) }

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'node_modules/.playwright',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    launchOptions,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
  ],
})
