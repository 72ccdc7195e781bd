import { checkShop } from '@marketplace-agent/catalog'
import { OperatorError } from '@marketplace-agent/domain'
import { environment, readConfig } from '../config.ts'
import { pathOf, readArguments, runCommand } from './command.ts'

const usage = `npm run data -- check [FOLDER]   says in words what is wrong with a shop's folder (default: SHOP_DIR)`

async function check(folder: string): Promise<number> {
  const { shop, faults } = await checkShop(folder)
  for (const { file, record, field, message } of faults) {
    const place = [file, record, field].filter((part) => part !== null && part !== undefined && part !== '').join(', ')
    process.stdout.write(`${place}: ${message}\n`)
  }
  if (shop === null) {
    process.stdout.write(`${faults.length} ${faults.length === 1 ? 'thing' : 'things'} to mend in ${folder}\n`)
    return 1
  }
  const { orders, deliveries, complaints, refunds } = shop.records
  const records = orders.length + deliveries.length + complaints.length + refunds.length
  process.stdout.write(
    `${shop.settings.name}: nothing wrong. ${shop.catalog.size} products, ${shop.documents.length} documents, ${records} records.\n`,
  )
  return 0
}

runCommand(async () => {
  const { words } = readArguments(usage, [])
  const [verb, folder] = words
  if (verb !== 'check') throw new OperatorError(usage)
  return check(folder === undefined ? readConfig(environment()).shopFolder : pathOf(folder))
})
