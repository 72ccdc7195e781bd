import type { Nodes } from 'mdast'
import { parseMarkdown } from './parse-markdown.ts'

/** What ends with a pause when it is read aloud. */
const blocks = new Set(['paragraph', 'heading', 'tableCell'])

const wordsOf = (node: Nodes): string => {
  if ('value' in node) return node.value
  if (!('children' in node)) return ' '
  const words = node.children.map(wordsOf).join('')
  return blocks.has(node.type) ? `${words.trim()}\n` : words
}

/** The words of a Markdown text, to be read aloud; without its tables, which are read better where they stand. */
export function plainText(text: string): string {
  const root = parseMarkdown(text)
  return wordsOf({ ...root, children: root.children.filter(({ type }) => type !== 'table') }).trim()
}
