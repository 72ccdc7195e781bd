import { parseDocument } from 'yaml'

export type ReadDocument =
  | { readonly head: unknown; readonly text: string; readonly fault?: never }
  | { readonly fault: string }

const frontMatter = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/

/** Reads a document: YAML front matter between two lines of `---`, then Markdown. */
export function readDocument(file: string): ReadDocument {
  const match = frontMatter.exec(file)
  if (match === null) {
    return { fault: 'has no front matter; begin it with a line ---, then id, title and kind, then a line ---' }
  }
  const yaml = parseDocument(match[1] ?? '', { prettyErrors: false })
  const [error] = yaml.errors
  if (error !== undefined) {
    const before = (match[1] ?? '').slice(0, error.pos[0]).split('\n')
    const place = `line ${before.length + 1}, column ${(before.at(-1)?.length ?? 0) + 1}`
    return { fault: `its front matter is no valid YAML: ${place}: ${error.message}` }
  }
  return { head: yaml.toJS() as unknown, text: file.slice(match[0].length).replace(/^\n+/, '') }
}
