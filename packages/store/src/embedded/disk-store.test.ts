import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { storeContract } from '../testing/index.ts'
import { storeOptions } from '../testing/store-options.ts'
import { disk } from './disk.ts'
import { startStore } from './start-store.ts'

let folder: string
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
})
afterAll(() => rm(folder, { recursive: true }))

storeContract('files on the disk, compacted all the time', (records, numbers) => {
  return startStore(
    disk,
    storeOptions({ folder: join(folder, String((count += 1))), records, numbers, journalLimit: 1 }),
  )
})
