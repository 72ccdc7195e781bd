import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '@marketplace-agent/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf, loadVectors, saveVectors } from './saved-vectors.ts'

const key = { embedder: 'test-2', dimensions: 2, chunking: { size: 500, overlap: 50 } }
const documents = [
  { id: 'a', hash: hashOf(['one', 'two']), vectors: Float32Array.of(1, 0, 0.6, 0.8) },
  { id: 'b', hash: hashOf(['three']), vectors: Float32Array.of(0, 1) },
]

describe('saved vectors', () => {
  let parent: string
  /** Where those of `key` are. */
  let folder: string
  let warnings: string[]
  const log: Log = { debug() {}, info() {}, error() {}, warn: (_, message) => void warnings.push(message) }

  beforeEach(async () => {
    parent = join(await mkdtemp(join(tmpdir(), 'vectors-')), 'state')
    folder = join(parent, key.embedder)
    warnings = []
  })
  afterEach(() => rm(parent, { recursive: true, force: true }))

  const load = (other: Partial<typeof key> = {}) => loadVectors(parent, { ...key, ...other }, log)
  const vectorsFile = async () =>
    join(
      folder,
      (await readdir(folder)).find((name) => name.endsWith('.f32'))!,
    )

  it('come back as they were', async () => {
    await saveVectors(parent, key, documents)
    expect([...(await load()).values()]).toEqual(documents)
    expect(warnings).toEqual([])
  })

  it('are none where nothing was saved, without a warning', async () => {
    expect(await load()).toEqual(new Map())
    expect(warnings).toEqual([])
  })

  it.each([{ embedder: 'other-2' }, { dimensions: 3 }, { chunking: { size: 400, overlap: 50 } }])(
    'are none for %o',
    async (other) => {
      await saveVectors(parent, key, documents)
      expect(await load(other)).toEqual(new Map())
      expect(warnings).toEqual([])
    },
  )

  it('of several embedders are kept side by side', async () => {
    const other = { ...key, embedder: 'some/other: model' }
    await saveVectors(parent, key, documents)
    await saveVectors(parent, other, documents.slice(1))
    expect([...(await load()).keys()]).toEqual(['a', 'b'])
    expect([...(await load(other)).keys()]).toEqual(['b'])
    expect(await load({ embedder: 'some-other-model' })).toEqual(new Map())
  })

  it('leave no old or unfinished files behind', async () => {
    await saveVectors(parent, key, documents)
    await writeFile(join(folder, '.manifest.json.1.tmp'), 'half of i')
    await saveVectors(parent, key, documents.slice(1))
    expect((await readdir(folder)).length).toBe(2)
    expect([...(await load()).keys()]).toEqual(['b'])
  })

  const damages: [string, () => Promise<unknown>][] = [
    ['vectors cut short', async () => truncate(await vectorsFile(), 5)],
    ['vectors emptied', async () => truncate(await vectorsFile(), 0)],
    ['vectors gone', async () => rm(await vectorsFile())],
    ['a byte of the vectors flipped', () => flip(9)],
    ['a manifest cut short', () => truncate(join(folder, 'manifest.json'), 40)],
    ['an empty manifest', () => writeFile(join(folder, 'manifest.json'), '')],
    ['a manifest that is something else', () => writeFile(join(folder, 'manifest.json'), '[1]')],
    ['a manifest with a document too few', () => dropDocument()],
  ]
  async function flip(at: number) {
    const bytes = await readFile(await vectorsFile())
    bytes[at]! ^= 1
    await writeFile(await vectorsFile(), bytes)
  }
  async function dropDocument() {
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    manifest.documents.pop()
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  }

  it.each(damages)('are none with %s, with one warning', async (_, damage) => {
    await saveVectors(parent, key, documents)
    await damage()
    expect(await load()).toEqual(new Map())
    expect(warnings).toEqual(['The saved passage vectors are damaged and will be made again'])
    await saveVectors(parent, key, documents)
    expect([...(await load()).values()]).toEqual(documents)
  })

  it('say in one line that the folder can not be written', async () => {
    const file = join(tmpdir(), `vectors-file-${process.pid}`)
    await writeFile(file, '')
    await expect(saveVectors(file, key, documents)).rejects.toThrow(/can't be written .*make it writable/)
    await rm(file)
  })
})
