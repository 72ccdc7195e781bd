import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkShop } from '@marketplace-agent/catalog'
import { OperatorError } from '@marketplace-agent/domain'
import { createMaintenance } from '@marketplace-agent/store'
import { environment, readConfig } from '../config.ts'
import { pathOf, readArguments, runCommand } from './command.ts'
import { exportTurns } from './data-turns.ts'
import { backup, exportRecords, reset, restore, verify } from './data-state.ts'
import { importFile } from './data-import.ts'
import { tellFaults } from './data-faults.ts'

const usage = `npm run data -- check [FOLDER]     says in words what is wrong with a shop's folder (default: SHOP_DIR)
npm run data -- verify             reads all of STATE_DIR and says what is wrong with it
npm run data -- export [FILE]      the records as JSON, into a file or printed
npm run data -- import FILE        puts the records of an export in place of those there; --yes over commits
npm run data -- backup TO          all of STATE_DIR into one file (or a folder, under the time's name); may run beside the server
npm run data -- restore FROM       puts a backup in place of what is there; --yes over commits
npm run data -- turns [--since DAY] [--why unsure,corrected,handed_over]   kept turns as lines for eval -- intents
npm run data -- reset              drops all records, to be seeded again at the next start; --yes over commits`

async function check(folder: string): Promise<number> {
  const { shop, faults } = await checkShop(folder)
  if (shop === null) return tellFaults(faults, folder)
  const { orders, deliveries, complaints, refunds } = shop.records
  const records = orders.length + deliveries.length + complaints.length + refunds.length
  process.stdout.write(
    `${shop.settings.name}: nothing wrong. ${shop.catalog.size} products, ${shop.documents.length} documents, ${records} records.\n`,
  )
  return 0
}

/** A file that is there is only written over when that is said. Throws OperatorError. */
async function isFree(file: string, sure: boolean): Promise<string> {
  const there = await stat(file).catch(() => null)
  if (there?.isFile() === true && !sure)
    throw new OperatorError(`${file} is there already; name another file, or say it again with --yes.`)
  return file
}

runCommand(async () => {
  const { words, flags, values } = readArguments(usage, ['yes'], ['since', 'why'])
  const [verb, path, ...more] = words
  const file = path === undefined ? null : pathOf(path)
  const sure = flags.yes === true
  const config = readConfig(environment())
  const state = () => createMaintenance(join(config.stateFolder, 'store'))
  if (more.length === 0) {
    if (verb === 'check') return check(file ?? config.shopFolder)
    if (verb === 'verify' && file === null) return verify(state())
    if (verb === 'export') return exportRecords(state(), file === null ? null : await isFree(file, sure))
    if (verb === 'import' && file !== null) return importFile(config, state(), file, sure)
    if (verb === 'backup' && file !== null) return backup(state(), await isFree(file, sure))
    if (verb === 'restore' && file !== null) return restore(state(), file, sure)
    if (verb === 'turns' && file === null) return exportTurns(config, values.since, values.why)
    if (verb === 'reset' && file === null) return reset(state(), sure)
  }
  throw new OperatorError(usage)
})
