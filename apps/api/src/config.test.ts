import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { readConfig, root, settings } from './config.ts'

describe('settings', () => {
  it('have defaults', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, rateLimit: 300, staffToken: null, shopClock: null })
    expect(config.shopFolder).toBe(join(root, 'data/shop'))
    expect(config.stateFolder).toBe(join(root, 'var'))
  })

  it('are read from the environment; an empty one counts as not set', () => {
    const config = readConfig({
      PORT: '0',
      SHOP_DIR: '/shops/one',
      CORS_ORIGINS: 'https://a.example, https://b.example:8443',
      TRUST_PROXY: '2',
      STAFF_TOKEN: '',
      SHOP_CLOCK: '2026-02-05T12:00:00Z',
    })
    expect(config).toMatchObject({
      port: 0,
      shopFolder: '/shops/one',
      corsOrigins: ['https://a.example', 'https://b.example:8443'],
      trustProxy: 2,
      staffToken: null,
    })
    expect(config.shopClock?.toISOString()).toBe('2026-02-05T12:00:00.000Z')
  })

  it.each([
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', 'http', 'a whole number'],
    ['RATE_LIMIT', '-1', 'a whole number'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error'],
    ['SHOP_CLOCK', 'yesterday', 'an instant such as'],
    ['SHOP_CLOCK', '2026-13-05T12:00:00Z', 'an instant such as'],
    ['SHOP_CLOCK', '2026-02-30T12:00:00Z', 'an instant such as'],
    ['TRUST_PROXY', '10.0.0.0/99', 'a number of hops'],
    ['CORS_ORIGINS', 'shop.example/path', 'origins such as'],
    ['TRUST_PROXY', 'everyone', 'a number of hops'],
  ])('says what is wrong with %s=%s', (name, value, wanted) => {
    expect(() => readConfig({ [name]: value })).toThrow(OperatorError)
    expect(() => readConfig({ [name]: value })).toThrow(wanted)
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })

  it('says everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*LOG_LEVEL/)
  })

  it('never shows a token', () => {
    expect(() => readConfig({ PORT: 'x', STAFF_TOKEN: 'hunter2' })).not.toThrow('hunter2')
  })

  it('are all listed in the README with their defaults', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8')
    for (const [name, { fallback }] of Object.entries(settings)) {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``))
      expect(row, name).toContain(fallback === '' ? '|  |' : `\`${fallback}\``)
    }
  })
})
