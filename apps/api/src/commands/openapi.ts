import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { createClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { createServices } from '../services.ts'
import { runCommand } from './command.ts'

/** Prints the description of the API, the same on every machine: no setting of this one plays a part. */
runCommand(async () => {
  const state = await mkdtemp(join(tmpdir(), 'openapi-'))
  try {
    const config = readConfig({ STATE_DIR: state, VECTOR_INDEX: 'exact' })
    const services = await createServices(config, createClock(null), pino({ level: 'silent' }))
    try {
      const app = await buildApp(services)
      process.stdout.write(`${JSON.stringify(app.swagger(), null, 2)}\n`)
      await app.close()
      return 0
    } finally {
      await services.close()
    }
  } finally {
    await rm(state, { recursive: true })
  }
})
