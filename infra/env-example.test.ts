import { expect, test } from 'vitest'
import { settings } from '../apps/api/src/config.ts'

const head = '# Copy this file to .env and take the # away from what you change; the environment wins over .env.\n'

// `npx vitest run --project infra --update` writes the file anew.
test('.env.example names every setting with its default', async () => {
  const lines = Object.entries(settings).map(([name, { fallback, about }]) => `\n# ${about}\n# ${name}=${fallback}\n`)
  await expect(head + lines.join('')).toMatchFileSnapshot('../.env.example')
})
