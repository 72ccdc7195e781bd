import type { Nodes, Parents, RootContent, TableRow } from 'mdast'
import { type ReactNode, useMemo } from 'react'
import { type Stretch, markText } from './mark-text.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { safeUrl } from './safe-url.ts'

interface MarkdownProps {
  text: string
  /** Highlighted: a stretch of the source. */
  stretch?: Stretch
  /** Its highest heading becomes this level: 2, 3 … */
  headingLevel?: number
  /** Left out: what they say is shown otherwise. */
  without?: readonly ('list' | 'table')[]
}

interface Look {
  readonly stretch: Stretch | null
  /** Added to a heading's depth. */
  readonly deeper: number
  readonly without: readonly string[]
}

/** Markdown as elements. HTML in it is shown as the text that it is, links go to the web, mail or a phone only. */
export function Markdown({ text, stretch, headingLevel = 3, without = [] }: MarkdownProps) {
  const root = useMemo(() => parseMarkdown(text), [text])
  const highest = Math.min(...root.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : [])))
  const look: Look = { stretch: stretch ?? null, deeper: headingLevel - highest, without }
  return <div className="grid grid-cols-1 gap-3 wrap-break-word">{contentOf(root, look)}</div>
}

const contentOf = (node: Parents, look: Look): ReactNode[] =>
  node.children.map((child, index) => <Element key={child.position?.start.offset ?? index} node={child} look={look} />)

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

function Element({ node, look }: { node: RootContent; look: Look }): ReactNode {
  if (look.without.includes(node.type)) return null
  switch (node.type) {
    case 'paragraph':
      return <p className="whitespace-pre-line">{contentOf(node, look)}</p>
    case 'heading': {
      const Heading = headings[node.depth + look.deeper - 1] ?? 'h6'
      return <Heading className="mt-3 text-lg font-bold first:mt-0">{contentOf(node, look)}</Heading>
    }
    case 'list': {
      const List = node.ordered === true ? 'ol' : 'ul'
      return (
        <List className={node.ordered === true ? 'grid list-decimal gap-1 pl-6' : 'grid list-disc gap-1 pl-5'}>
          {contentOf(node, look)}
        </List>
      )
    }
    case 'listItem':
      return <li>{contentOf(node, look)}</li>
    case 'blockquote':
      return <blockquote className="border-l-3 border-line pl-3 text-muted">{contentOf(node, look)}</blockquote>
    case 'strong':
      return <strong>{contentOf(node, look)}</strong>
    case 'emphasis':
      return <em>{contentOf(node, look)}</em>
    case 'inlineCode':
      return <code className="rounded-sm bg-sunken px-1 py-0.5 text-sm">{node.value}</code>
    case 'code':
      return <pre className="overflow-x-auto rounded-md bg-sunken p-3 text-sm">{node.value}</pre>
    case 'link': {
      const address = safeUrl(node.url)
      if (address === null) return contentOf(node, look)
      return (
        <a href={address} rel="noopener noreferrer" target="_blank" className="font-medium text-accent underline">
          {contentOf(node, look)}
        </a>
      )
    }
    case 'table':
      return <Table rows={node.children} look={look} />
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr className="border-line" />
    case 'text':
      return <Words node={node} words={node.value} look={look} />
    case 'html':
      return <Words node={node} words={node.value} look={look} />
    case 'image':
      return node.alt
    default:
      return 'children' in node ? contentOf(node, look) : null
  }
}

function Words({ node, words, look: { stretch } }: { node: Nodes; words: string; look: Look }) {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (stretch === null || start === undefined || end === undefined) return words
  return markText(words, { start, end }, stretch).map(({ text, marked }, piece) =>
    marked ? (
      <mark key={piece} className="rounded-xs bg-mark text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}

const Table = ({ rows: [head, ...rows], look }: { rows: readonly TableRow[]; look: Look }) => (
  // It scrolls, so it must be reachable by keyboard.
  <div tabIndex={0} role="group" aria-label="Table" className="overflow-x-auto rounded-md border border-line">
    <table className="w-full border-collapse text-left text-sm">
      <thead>
        <tr>
          {head?.children.map((cell, index) => (
            <th key={cell.position?.start.offset ?? index} scope="col" className="p-2.5 font-semibold">
              {contentOf(cell, look)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.position?.start.offset ?? index} className="border-t border-line">
            {row.children.map((cell, column) => (
              <td key={cell.position?.start.offset ?? column} className="p-2.5">
                {contentOf(cell, look)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
