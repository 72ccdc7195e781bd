import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, describe, expect, test } from 'vitest'
import { boundaries } from './boundaries.ts'

const root = mkdtempSync(join(tmpdir(), 'boundaries-'))
afterAll(() => rmSync(root, { recursive: true }))

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const packages = ['domain', 'catalog', 'graph', 'intent', 'llm', 'mail', 'rag', 'session', 'store', 'api-client']
const installed = ['fastify', '@sinclair/typebox', 'graphology']

/** A workspace in which nobody goes where they shouldn't. */
const house: Record<string, string> = {
  'packages/domain/src/index.ts': `import { Type } from '@sinclair/typebox'\nexport const domain = Type`,
  'packages/store/src/open-store.ts': `import './memory-store.ts'\nimport type {} from './port.ts'`,
  'packages/store/src/memory-store.ts': `import type {} from './port.ts'\nimport '@marketplace-agent/domain'`,
  'packages/store/src/port.ts': 'export interface Store {}',
  'packages/rag/src/ranking.ts': `import type {} from '@marketplace-agent/llm'\nimport 'graphology'`,
  'packages/mail/src/courier.ts': `import type {} from '@marketplace-agent/store'`,
  'packages/mail/src/open-mailer.ts': `import './smtp-mailer.ts'`,
  'packages/mail/src/smtp-mailer.ts': `import 'graphology'`,
  'apps/web/src/app/router.ts': `import '../features/chat/turn.ts'\nimport '../lib/theme.ts'`,
  'apps/web/src/features/chat/turn.ts': `import '../../components/button.ts'\nimport '@marketplace-agent/api-client'`,
  'apps/web/src/components/button.ts': `import '../lib/theme.ts'`,
  'apps/web/src/lib/theme.ts': '',
  'apps/api/src/server.ts': `import './app.ts'\nimport './services.ts'`,
  'apps/api/src/app.ts': `import './routes/chat.ts'\nimport './tools/index.ts'\nimport 'fastify'\nimport type {} from './services.ts'`,
  'apps/api/src/services.ts': `import '@marketplace-agent/store'`,
  'apps/api/src/routes/chat.ts': `import '../agent/run-turn.ts'\nimport 'fastify'`,
  'apps/api/src/commands/eval.ts': `import '../services.ts'`,
  'apps/api/src/evaluation/evaluate-conversations.ts': `import '../services.ts'`,
  'apps/api/src/agent/run-turn.ts': `import '../tools/index.ts'\nimport './dialogue/advance.ts'\nimport type {} from '@marketplace-agent/intent'`,
  'apps/api/src/agent/access.ts': `import '../identity/proof.ts'\nimport type {} from '../identity/prove.ts'`,
  'apps/api/src/agent/dialogue/advance.ts': `import '@marketplace-agent/domain'\nimport type {} from '../../tools/search-input.ts'\nimport '../../tools/spec-filter.ts'`,
  'apps/api/src/identity/proof.ts': `import '@marketplace-agent/domain'`,
  'apps/api/src/identity/prove.ts': `import './proof.ts'\nimport type {} from '@marketplace-agent/store'`,
  'apps/api/src/identity/tokens.ts': `import type {} from '@marketplace-agent/domain'`,
  'apps/api/src/tools/search-input.ts': '',
  'apps/api/src/tools/spec-filter.ts': '',
  'apps/api/src/tools/cancel-order.ts': `const tool = defineWrite<Input>({})`,
  'apps/api/src/tools/define-tool.ts': `import type {} from '@marketplace-agent/store'`,
  'apps/api/src/tools/index.ts': `import './order-status.ts'\nimport './check-stock.ts'`,
  'apps/api/src/tools/order-status.ts': `import './order-status.en.ts'\nimport './order-view.ts'\nconst tool = defineTool({})`,
  'apps/api/src/tools/order-status.en.ts': `import '@marketplace-agent/domain'`,
  'apps/api/src/tools/order-view.ts': `import '@marketplace-agent/domain'`,
  'apps/api/src/tools/check-stock.ts': `import './order-view.ts'\nconst tool = defineTool({})`,
}

/** One step too far each: where from, what to, and the rule that says no. */
const breaches: [rule: string, from: string, imported: string][] = [
  ['no cycles', 'packages/store/src/memory-store.ts', `import type {} from './open-store.ts'`],
  ['domain: what it may know', 'packages/domain/src/a.ts', `import type {} from '@marketplace-agent/store'`],
  ['domain: TypeBox only', 'packages/domain/src/b.ts', `import 'graphology'`],
  ['domain: TypeBox only', 'packages/domain/src/c.ts', `import 'node:fs'`],
  ['catalog: what it may know', 'packages/catalog/src/a.ts', `import type {} from '@marketplace-agent/rag'`],
  ['graph: what it may know', 'packages/graph/src/a.ts', `import '@marketplace-agent/catalog'`],
  ['session: what it may know', 'packages/session/src/a.ts', `import '@marketplace-agent/store'`],
  ['store: what it may know', 'packages/store/src/a.ts', `import '../../../apps/api/src/app.ts'`],
  ['llm: what it may know', 'packages/llm/src/a.ts', `import '@marketplace-agent/rag'`],
  ['mail: what it may know', 'packages/mail/src/a.ts', `import type {} from '@marketplace-agent/session'`],
  ['mail: what it knows by types', 'packages/mail/src/b.ts', `import '@marketplace-agent/store'`],
  ['api-client: what it may know', 'packages/api-client/a.ts', `import '@marketplace-agent/domain'`],
  ['rag: what it may know', 'packages/rag/src/a.ts', `import '@marketplace-agent/graph'`],
  ['rag: what it knows by types', 'packages/rag/src/b.ts', `import '@marketplace-agent/llm'`],
  ['intent: what it may know', 'packages/intent/src/a.ts', `import '@marketplace-agent/store'`],
  ['intent: what it knows by types', 'packages/intent/src/b.ts', `import '@marketplace-agent/catalog'`],
  ['packages: adapters by open…() only', 'packages/store/src/index.ts', `import './memory-store.ts'`],
  ['packages: adapters by open…() only', 'packages/mail/src/courier.ts', `import './smtp-mailer.ts'`],
  ['packages: by their entry only', 'apps/api/src/commands/a.ts', `import '../../../../packages/store/src/port.ts'`],
  ['web: api-client only', 'apps/web/src/a.ts', `import type {} from '@marketplace-agent/domain'`],
  ['web: api-client only', 'apps/web/src/b.ts', `import '../../api/src/app.ts'`],
  ['web: shared, features, app', 'apps/web/src/components/a.ts', `import '../features/chat/turn.ts'`],
  ['web: features not one another', 'apps/web/src/features/orders/a.ts', `import '../chat/turn.ts'`],
  ['web: lib below components', 'apps/web/src/lib/a.ts', `import '../components/button.ts'`],
  ['app: packages by types', 'apps/api/src/routes/a.ts', `import '@marketplace-agent/store'`],
  ['app: packages by types', 'apps/api/src/tools/a.ts', `import '@marketplace-agent/graph'`],
  ['tools: nothing above them', 'apps/api/src/tools/b.ts', `import type {} from 'fastify'`],
  ['tools: nothing above them', 'apps/api/src/tools/c.ts', `import '../routes/chat.ts'`],
  ['tools: nothing above them', 'apps/api/src/tools/d.ts', `import type {} from '../agent/run-turn.ts'`],
  ['tools: nothing above them', 'apps/api/src/tools/e.ts', `import type {} from '../services.ts'`],
  ['tools: not one another', 'apps/api/src/tools/f.ts', `import './order-status.ts'`],
  ['tools: not one another', 'apps/api/src/tools/g.en.ts', `import './order-status.en.ts'`],
  ['tools: not one another', 'apps/api/src/tools/h.ts', `import './cancel-order.ts'`],
  ['agent: the tools and port types', 'apps/api/src/agent/e.ts', `import type {} from '../identity/tokens.ts'`],
  ['agent: the prover by its type', 'apps/api/src/agent/f.ts', `import '../identity/prove.ts'`],
  ['identity: nothing above it', 'apps/api/src/identity/a.ts', `import type {} from '../agent/run-turn.ts'`],
  ['identity: nothing above it', 'apps/api/src/identity/b.ts', `import type {} from 'fastify'`],
  ['agent: the tools and port types', 'apps/api/src/agent/a.ts', `import '../tools/order-status.ts'`],
  ['agent: the tools and port types', 'apps/api/src/agent/b.ts', `import type {} from 'fastify'`],
  ['agent: the tools and port types', 'apps/api/src/agent/c.ts', `import type {} from '../services.ts'`],
  ['dialogue: pure', 'apps/api/src/agent/dialogue/a.ts', `import '../run-turn.ts'`],
  ['dialogue: pure', 'apps/api/src/agent/dialogue/b.ts', `import 'node:fs'`],
  ['routes and commands: not one another', 'apps/api/src/agent/d.ts', `import '../routes/chat.ts'`],
  ['services: opened once', 'apps/api/src/plugins/a.ts', `import '../services.ts'`],
]

async function violations(): Promise<string[]> {
  const { forbidden = [], options } = boundaries(root)
  const ruleSet = { forbidden }
  const { output } = await cruise(['apps', 'packages'], { ...options, ruleSet, validate: true, baseDir: root })
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name} | ${from}`)
}

describe('who may import whom', () => {
  test('a house in order passes', async () => {
    for (const name of packages) {
      write(
        `packages/${name}/package.json`,
        JSON.stringify({ name: `@marketplace-agent/${name}`, exports: './src/index.ts' }),
      )
      write(`packages/${name}/src/index.ts`, 'export {}')
      mkdirSync(join(root, 'node_modules/@marketplace-agent'), { recursive: true })
      symlinkSync(join(root, 'packages', name), join(root, 'node_modules/@marketplace-agent', name))
    }
    for (const name of installed) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
      write(`node_modules/${name}/index.js`, '')
    }
    for (const [path, text] of Object.entries(house)) write(path, text)
    expect(await violations()).toEqual([])
  })

  test('each step too far is named', async () => {
    for (const [, from, imported] of breaches) write(from, `${imported}\n${house[from] ?? ''}`)
    const found = await violations()
    expect(found).toEqual(expect.arrayContaining(breaches.map(([rule, from]) => `${rule} | ${from}`)))
  })
})
