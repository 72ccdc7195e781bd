import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const sources = resolve(import.meta.dirname, '..')
const errors = resolve(sources, '../../domain/src/errors.ts')

async function strip(from: string, to: string): Promise<void> {
  const code = stripTypeScriptTypes(await readFile(from, 'utf8')).replaceAll(/(from '\.[^']*)\.ts'/g, `$1.js'`)
  await mkdir(dirname(to), { recursive: true })
  await writeFile(to, code)
}

/**
 * The package's sources as plain JavaScript in a folder, with the errors alone for the domain: a process that is started
 * hundreds of times would spend most of its life loading types and schemas.
 */
export async function stripSources(folder: string): Promise<void> {
  for (const name of await readdir(sources, { recursive: true })) {
    if (name.endsWith('.ts') && !name.endsWith('.test.ts'))
      await strip(join(sources, name), join(folder, 'src', name.replace(/ts$/, 'js')))
  }
  const domain = join(folder, 'node_modules/@marketplace-agent/domain')
  await strip(errors, join(domain, 'index.js'))
  for (const place of [folder, domain])
    await writeFile(join(place, 'package.json'), '{"type":"module","main":"index.js"}')
}
