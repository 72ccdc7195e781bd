import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@hey-api/openapi-ts'

const here = import.meta.dirname
const run = promisify(execFile)

/** Every file under a folder, by its path in it. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return new Map(files.map((file, index) => [relative(folder, file), contents[index] ?? '']))
}

async function generate(into: string) {
  const { stdout } = await run(process.execPath, [join(here, '../../apps/api/src/commands/openapi.ts')], {
    maxBuffer: 1 << 26,
  })
  const description = join(into, 'openapi.json')
  await writeFile(description, stdout)
  await createClient({
    input: description,
    output: { path: join(into, 'generated'), importFileExtension: '.ts' },
    logs: { level: 'silent' },
    plugins: [
      '@hey-api/client-fetch',
      '@hey-api/sdk',
      '@hey-api/typescript',
      '@tanstack/react-query',
      // Its functions, unlike methods, leave out of a bundle what isn't used.
      { name: 'zod', compatibilityVersion: 'mini' },
    ],
  })
}

const fresh = await mkdtemp(join(tmpdir(), 'api-client-'))
try {
  await generate(fresh)
  const [wanted, present] = await Promise.all([filesOf(join(fresh, 'generated')), filesOf(join(here, 'src/generated'))])
  const description = await readFile(join(fresh, 'openapi.json'), 'utf8')
  if (!process.argv.includes('--check')) {
    await writeFile(join(here, 'openapi.json'), description)
    await rm(join(here, 'src/generated'), { recursive: true, force: true })
    await cp(join(fresh, 'generated'), join(here, 'src/generated'), { recursive: true })
  } else {
    const drifted = [...new Set([...wanted.keys(), ...present.keys()])].filter(
      (file) => wanted.get(file) !== present.get(file),
    )
    if (description !== (await readFile(join(here, 'openapi.json'), 'utf8').catch(() => '')))
      drifted.push('openapi.json')
    if (drifted.length > 0) {
      process.stderr.write(
        `The generated client has drifted (${drifted.join(', ')}); run "npm run generate" and commit what it writes.\n`,
      )
      process.exitCode = 1
    }
  }
} finally {
  await rm(fresh, { recursive: true })
}
