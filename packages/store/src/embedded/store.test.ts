import { openMemoryStore, storeContract } from '../testing/index.ts'

storeContract('files in memory', openMemoryStore)
