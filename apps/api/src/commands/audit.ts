import { join } from 'node:path'
import { type AuditEntry, OperatorError } from '@marketplace-agent/domain'
import { createMaintenance } from '@marketplace-agent/store'
import { environment, readConfig } from '../config.ts'
import { readArguments, runCommand } from './command.ts'
import { verify } from './data-state.ts'

const usage = `npm run audit -- verify                                          checks every entry of the audit log in STATE_DIR
npm run audit -- show [--after N] [--order NUMBER] [--json]      prints its entries, oldest first`

function* changedFields(before: object | null, after: object): Generator<string> {
  const old: Readonly<Record<string, unknown>> = { ...before }
  for (const [field, value] of Object.entries(after)) {
    const [was, is] = [JSON.stringify(old[field]), JSON.stringify(value)]
    if (was !== is) yield was === undefined ? `    ${field}: ${is}` : `    ${field}: ${was} -> ${is}`
  }
}

/** An entry for people: who, by which proof and rule, and each field that changed. */
function lines({ sequence, at, event, tool, door, proof, proposal, rule, order, changes }: AuditEntry): string[] {
  const facts = [
    order === null ? null : `order ${order}`,
    `by ${door}`,
    proof === null ? 'no proof' : `proof: ${Object.values(proof).join(' ')}`,
    rule === null ? null : `rule: ${rule}`,
    proposal === null ? null : `proposal ${proposal}`,
  ]
  return [
    `${sequence}  ${at}  ${event}  ${tool}  ${facts.filter((fact) => fact !== null).join(', ')}`,
    ...changes.flatMap(({ record, before, after }) => [
      `  ${record} ${'number' in after ? after.number : after.tracking_number}`,
      ...changedFields(before, after),
    ]),
  ]
}

runCommand(async () => {
  const { words, flags, values } = readArguments(usage, ['json'], ['after', 'order'])
  const [verb, ...more] = words
  const after = Number(values.after ?? 0)
  if (more.length > 0 || !Number.isInteger(after) || after < 0) throw new OperatorError(usage)
  const state = createMaintenance(join(readConfig(environment()).stateFolder, 'store'))
  if (verb === 'verify') return verify(state)
  if (verb !== 'show') throw new OperatorError(usage)
  for await (const entry of state.audit({ after, order: values.order ?? null })) {
    process.stdout.write(`${flags.json === true ? JSON.stringify(entry) : lines(entry).join('\n')}\n`)
  }
  return 0
})
