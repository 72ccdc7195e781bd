import { ModelFault } from './model-fault.ts'

/** Where a model's folder has its files' digests, if it has them: as `sha256sum` writes and checks them. */
export const digestsFile = 'SHA256SUMS'

/** The SHA-256 of files, in hexadecimal, by path. Throws ModelFault. */
export function parseDigests(content: string): ReadonlyMap<string, string> {
  const lines = content.split(/\r?\n/).filter((line) => line.trim() !== '')
  return new Map(
    lines.map((line) => {
      const [, digest, path] = /^([\da-f]{64}) [ *](?:\.\/)?(.+)$/i.exec(line) ?? []
      if (digest === undefined || path === undefined) {
        throw new ModelFault('damaged', `${digestsFile} has a line that is no digest and path`)
      }
      return [path, digest.toLowerCase()]
    }),
  )
}
