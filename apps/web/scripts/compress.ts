import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** What is gained below this isn't worth a file. */
const least = 1000
const dist = join(import.meta.dirname, '../dist')

// The page itself is written anew for each address, so it stays as it is.
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!/[.](js|css|svg)$/.test(name)) continue
  const content = readFileSync(join(dist, name))
  if (content.length < least) continue
  writeFileSync(join(dist, `${name}.gz`), gzipSync(content, { level: 9 }))
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(content))
}
