import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import type { Counts, Maintenance } from '@marketplace-agent/store'

const say = (text: string) => process.stdout.write(`${text}\n`)

const told = ({ orders, audit_entries: entries }: Counts) => `${orders} orders, ${entries} audit entries`

export async function verify(state: Maintenance): Promise<number> {
  const { faults, notes, ...counts } = await state.verify()
  for (const line of [...notes, ...faults]) say(line)
  if (faults.length > 0) {
    say(`${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} wrong`)
    return 1
  }
  say(`Nothing wrong. ${told(counts)}, ${counts.waiting_mail} letters waiting.`)
  return 0
}

export async function exportRecords(state: Maintenance, file: string | null): Promise<number> {
  const records = await state.export()
  const text = `${JSON.stringify(records, null, 2)}\n`
  if (file === null) {
    process.stdout.write(text)
    return 0
  }
  await writeFile(file, text, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${file} can't be written (${error.code ?? error.message}); name another file.`)
  })
  say(`${records.orders.length} orders written to ${file}`)
  return 0
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

export async function backup(state: Maintenance, to: string): Promise<number> {
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const file = (await isFolder(to)) ? join(to, `backup-${time}.jsonl`) : to
  const counts = await state.backup(file)
  say(`${told(counts)} written to ${file}`)
  return 0
}

export async function restore(state: Maintenance, from: string, sure: boolean): Promise<number> {
  const counts = await state.restore(from, sure)
  say(`${told(counts)} restored from ${from}`)
  return 0
}

export async function reset(state: Maintenance, sure: boolean): Promise<number> {
  await state.reset(sure)
  say("All records are dropped; the next start seeds them from the shop's folder.")
  return 0
}
