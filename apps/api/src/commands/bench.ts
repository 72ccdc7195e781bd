import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { startChild } from '../bench/child-server.ts'
import { measureHttp } from '../bench/http.ts'
import { measureMemory } from '../bench/memory.ts'
import { measureParts } from '../bench/parts.ts'
import { printActing } from '../bench/print-acting.ts'
import { measureRetrieval } from '../bench/retrieval.ts'
import { measureSentences } from '../bench/sentences.ts'
import { createClock } from '../clock.ts'
import { environment as processEnvironment, readConfig } from '../config.ts'
import { createServices } from '../services.ts'
import { readArguments, runCommand } from './command.ts'
import { terminalLog } from './eval/evaluation.ts'

const usage = `npm run bench [-- --quick]   speed against a constant route and LangChain.js, and memory; --quick measures shorter`

const line = (...cells: readonly (string | number)[]) =>
  process.stdout.write(
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell)).join(' | ')} |\n`,
  )
const head = (title: string, ...columns: readonly string[]) => {
  process.stdout.write(`\n## ${title}\n\n`)
  line(...columns)
  line(...columns.map(() => '---'))
}

runCommand(async () => {
  const { flags } = readArguments(usage, ['quick'])
  const state = await mkdtemp(join(tmpdir(), 'bench-'))
  const environment = {
    STATE_DIR: state,
    SHOP_CLOCK: '2026-02-05T12:00:00Z',
    RATE_LIMIT: '0',
    PORT: '0',
    LOG_LEVEL: 'warn',
    EMBEDDER: 'lexical',
    LOG_FORMAT: 'json',
  }
  const here = (path: string) => resolve(import.meta.dirname, path)
  try {
    process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}\n`)
    const config = readConfig(environment)
    const services = await createServices(config, createClock(config.shopClock), pino({ level: 'warn' }))
    try {
      head('Parts', 'part', 'microseconds')
      for (const { part, microseconds } of await measureParts(services)) line(part, microseconds)

      head('Retrieval over the same 100 chunks', 'retriever', 'microseconds a query', 'times the hybrid')
      for (const { retriever, microseconds, ratio } of await measureRetrieval(services)) {
        line(retriever, microseconds, ratio)
      }
    } finally {
      await services.close()
    }

    const sentences = await measureSentences(
      { ...config, embedder: 'minilm', modelsFolder: readConfig(processEnvironment()).modelsFolder },
      terminalLog,
    )
    if (sentences !== null) {
      head('Sentence vectors (MiniLM in its worker)', 'part', 'microseconds')
      for (const { part, microseconds } of sentences.parts) line(part, microseconds)
      line('share of messages that the n-grams decide alone', sentences.decidedByNgrams)
      line('worst delay of the event loop while 64 chunks are embedded, milliseconds', sentences.worstDelay)
    }

    const [agent, bare, plugins] = await Promise.all([
      startChild(environment, here('../server.ts')),
      startChild(environment, here('../bench/constant-server.ts'), 'bare'),
      startChild(environment, here('../bench/constant-server.ts'), 'plugins'),
    ])
    try {
      head('Memory, conversations of ten turns', 'conversations', 'resident MB')
      for (const row of await measureMemory(agent.address, [50, 200]))
        line(String(row.conversations), row.residentMegabytes)
      await printActing(agent.address, flags.quick === true, { head, line })
      head(
        'POST /api/chat against a constant route of the same schema',
        'kind',
        'requests/s',
        'p50 ms',
        'p99 ms',
        'share of the constant',
        'of one behind the same plugins',
      )
      await measureHttp(
        agent.address,
        { bare: bare.address, plugins: plugins.address },
        flags.quick === true ? 2 : 6,
        ({ kind, requestsPerSecond, p50, p99, share }) =>
          line(kind, requestsPerSecond, p50, p99, share.bare, share.plugins),
      )
    } finally {
      await Promise.all([agent, bare, plugins].map((server) => server.stop()))
    }
    return 0
  } finally {
    await rm(state, { recursive: true })
  }
})
