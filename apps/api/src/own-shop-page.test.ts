import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkShop } from '@marketplace-agent/catalog'
import { expect, it } from 'vitest'
import { root } from './config.ts'

it('the example of docs/your-own-shop.md is a shop without faults', async () => {
  const page = await readFile(join(root, 'docs/your-own-shop.md'), 'utf8')
  const folder = await mkdtemp(join(tmpdir(), 'own-shop-'))
  try {
    // A block of the example stands under its file's name, the last one named before it.
    for (const { 1: text = '', index } of page.matchAll(/```(?:json|markdown|svg)\n(.*?)```/gs)) {
      const named = [...page.slice(0, index).matchAll(/(?:`|## )((?:[\w-]+\/)*[\w-]+\.(?:json|md|svg))/g)]
      const name = named.at(-1)?.[1] ?? ''
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    }
    const { shop, faults } = await checkShop(folder)
    expect(faults).toEqual([])
    expect(shop?.catalog.size).toBeGreaterThan(2)
  } finally {
    await rm(folder, { recursive: true })
  }
})
