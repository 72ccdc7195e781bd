import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DependencyType, IConfiguration, IForbiddenRuleType } from 'dependency-cruiser'

const api = '^apps/api/src/'
/** An adapter's module is named for what it stands on, or lies in a folder that is. */
const adapters = [
  '^packages/.+/(exact|faiss|memory|neo4j|openai|postgres|redis)-[^/]+[.]ts$',
  '^packages/[^/]+/src/(cross-encoder|embedded|lexical|minilm|neo4j|postgres|redis)/',
  '^packages/mail/src/(file|smtp)-mailer[.]ts$',
]
const tests = '[.]test[.]tsx?$|/testing/'

/** A dependency that is still there when the types are gone. */
const value: { dependencyTypesNot: DependencyType[] } = { dependencyTypesNot: ['type-only'] }

/** What each package knows of the workspace; what is in the second list, by types only. */
const packages: Record<string, [values: string[], types: string[]]> = {
  'api-client': [[], []],
  domain: [[], []],
  catalog: [['domain'], []],
  graph: [['domain'], []],
  intent: [['domain'], ['catalog', 'llm']],
  llm: [['domain'], []],
  mail: [['domain'], ['store']],
  rag: [['domain'], ['catalog', 'llm']],
  session: [['domain'], []],
  store: [['domain'], []],
}

const packageRules = Object.entries(packages).flatMap(([name, [values, types]]): IForbiddenRuleType[] => {
  const from = { path: `^packages/${name}/` }
  const known = {
    name: `${name}: what it may know`,
    comment: `packages/${name} knows ${[...values, ...types].join(', ') || 'nobody else'} of the workspace.`,
    from,
    to: { path: '^(apps|packages)/', pathNot: `^packages/(${[name, ...values, ...types].join('|')})/` },
  }
  const knownByTypes = {
    name: `${name}: what it knows by types`,
    comment: `packages/${name} knows ${types.join(' and ')} by types only; the values are passed in.`,
    from: { ...from, pathNot: tests },
    to: { ...value, path: types.map((type) => `^packages/${type}/`) },
  }
  return types.length > 0 ? [known, knownByTypes] : [known]
})

/** The modules that declare a tool; the others in their folder are what tools share. */
function toolsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const modules = readdirSync(folder).filter((file) => /^[a-z-]+[.]ts$/.test(file))
  const tools = modules.filter((file) => /= define(Tool|Write)[(<]/.test(readFileSync(join(folder, file), 'utf8')))
  return tools.map((file) => file.slice(0, -'.ts'.length))
}

const rules = (root: string): IForbiddenRuleType[] => [
  {
    name: 'no cycles',
    comment: 'Two modules that need each other are one subject, or need a third.',
    from: {},
    to: { circular: true },
  },
  ...packageRules,
  {
    name: 'domain: TypeBox only',
    comment: 'The vocabulary and the rules are pure: TypeBox is all that domain knows.',
    from: { path: '^packages/domain/', pathNot: tests },
    to: { pathNot: ['^packages/domain/', 'node_modules/@sinclair/typebox/'] },
  },
  {
    name: 'packages: adapters by open…() only',
    comment: "A package's open…() is the only importer of its adapters; everybody else takes the port.",
    from: { path: '^packages/', pathNot: ['/open-[^/]+[.]ts$', tests, ...adapters] },
    to: { path: adapters },
  },
  {
    name: 'packages: by their entry only',
    comment: "Another package's insides are its own: import the package by its name.",
    from: { path: '^(?:apps|packages)/([^/]+)/' },
    to: {
      path: '^packages/',
      pathNot: [
        '^packages/$1/',
        '^packages/[^/]+/src/(index|testing/index)[.]ts$',
        '^packages/api-client/src/generated/(client|zod|@tanstack/react-query)[.]gen[.]ts$',
      ],
    },
  },
  {
    name: 'web: api-client only',
    comment: 'The web app knows the API by its generated client alone.',
    from: { path: '^apps/web/' },
    to: { path: '^(apps|packages)/', pathNot: '^(apps/web|packages/api-client)/' },
  },
  {
    name: 'web: shared, features, app',
    comment: 'What is shared knows no feature, and a feature knows neither another one nor the app.',
    from: { path: '^apps/web/src/(components|lib|testing)/' },
    to: { path: '^apps/web/src/(features|app)/' },
  },
  {
    name: 'web: features not one another',
    comment: 'What two features share is in components or lib; the app puts features together.',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/(app|features)/', pathNot: '^apps/web/src/features/$1/' },
  },
  {
    name: 'web: lib below components',
    comment: 'A library function knows no component.',
    from: { path: '^apps/web/src/lib/' },
    to: { path: '^apps/web/src/components/' },
  },
  {
    name: 'app: packages by types',
    comment:
      'Only services.ts, knowledge.ts and the commands use the packages; the rest takes ports from the services.',
    from: { path: api, pathNot: [`${api}((services|knowledge|make-writable)[.]ts|commands/)`, tests] },
    to: { ...value, path: '^packages/', pathNot: '^packages/domain/' },
  },
  {
    name: 'tools: nothing above them',
    comment: 'A tool knows define-tool, port types and domain: never Fastify, a route or the turn.',
    from: { path: `${api}tools/`, pathNot: tests },
    to: { path: [`${api}(?!tools/)`, 'node_modules/(@fastify|fastify)/', '^@?fastify'] },
  },
  {
    name: 'tools: not one another',
    comment: 'What two tools share is a module of its own that neither of them is.',
    from: { path: `${api}tools/([^/.]+)[.]`, pathNot: [`${api}tools/index[.]ts$`, tests] },
    to: {
      path: `${api}tools/(${toolsIn(join(root, 'apps/api/src/tools')).join('|')})[.]`,
      pathNot: `${api}tools/$1[.]`,
    },
  },
  {
    name: 'agent: the tools and port types',
    comment:
      'A turn knows the list of tools, what a search asks for, when two e-mails are the same, and port types: never Fastify, a route, a plugin or the services.',
    from: { path: `${api}agent/`, pathNot: tests },
    to: {
      path: [`${api}(?!agent/)`, 'node_modules/(@fastify|fastify)/', '^@?fastify'],
      pathNot: `${api}(tools/(index|define-tool|search-input|spec-filter)|identity/(proof|prove))[.]ts$`,
    },
  },
  {
    name: 'agent: the prover by its type',
    comment: 'Who proves what is opened by the services and passed in.',
    from: { path: `${api}agent/`, pathNot: tests },
    to: { ...value, path: `${api}identity/prove[.]ts$` },
  },
  {
    name: 'dialogue: pure',
    comment: "The dialogue's state moves by what was said and nothing else.",
    from: { path: `${api}agent/dialogue/`, pathNot: tests },
    to: {
      ...value,
      pathNot: [
        `${api}agent/dialogue/`,
        `${api}tools/spec-filter[.]ts$`,
        '^packages/domain/',
        'node_modules/@sinclair/typebox/',
      ],
    },
  },
  {
    name: 'identity: nothing above it',
    comment: 'Who asks is settled below the agent, the tools and the doors; identity knows the domain and port types.',
    from: { path: `${api}identity/`, pathNot: tests },
    to: { path: [`${api}(?!identity/|settings[.]ts$)`, 'node_modules/(@fastify|fastify)/', '^@?fastify'] },
  },
  {
    name: 'routes and commands: not one another',
    comment: 'Routes and commands stand on the agent and the tools; nobody stands on them but the app.',
    from: { path: api, pathNot: [`${api}(app|starting-app|server)[.]ts$`, `${api}(routes|commands)/`, tests] },
    to: { path: `${api}(routes|commands)/` },
  },
  {
    name: 'services: opened once',
    comment:
      'The composition root is used by the server, the commands, the evaluation and the benchmark; the others see its type.',
    from: { path: api, pathNot: [`${api}(server|services)[.]ts$`, `${api}(commands|evaluation|bench)/`, tests] },
    to: { ...value, path: `${api}(services|knowledge)[.]ts$` },
  },
]

/** Who may import whom: each arrow of docs/architecture.md is a rule. `root` is the folder of apps/ and packages/. */
export const boundaries = (root: string): IConfiguration => ({
  forbidden: rules(root).map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/api-client/src/generated/|^apps/web/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
})
