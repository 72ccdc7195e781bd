import { splitSentences, trim, type Span } from './sentences.ts'

/** A piece of a document that is read as one; what a passage is cut at and quoted by. */
export interface Unit extends Span {
  /** `label`: a table's head. Items and rows stand without their bullets and outer bars. */
  readonly kind: 'heading' | 'label' | 'sentence' | 'item' | 'row' | 'code'
  /** Units of one paragraph, list or table have one number. */
  readonly block: number
  /** A heading's words; empty for others. */
  readonly heading: string
  /** An item of an ordered list. */
  readonly numbered: boolean
}

/** A list item longer than this is read by its sentences. */
const longestItem = 300

const fence = /^ {0,3}(?:```|~~~)/
const heading = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/
const underline = /^ {0,3}(?:=+|-{2,})[ \t]*$/
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const bullet = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/
const row = /^[ \t]*\|/
const tableRule = /^[ \t]*\|[ \t:|-]*-[ \t:|-]*$/
const quoteMark = /^(?:[ \t]*>)+[ \t]?/

/** Reads Markdown (or plain text) into units, in order, none overlapping. */
export function readUnits(text: string): Unit[] {
  const units: Unit[] = []
  let block = 0
  /** The paragraph or item that the next line may go on with. */
  let open: { kind: 'paragraph' | 'item'; start: number; end: number; numbered: boolean } | null = null
  let inFence = false
  let inList = false

  const push = (kind: Unit['kind'], span: Span, { words = '', numbered = false } = {}) => {
    const { start, end } = trim(text, span)
    if (start < end) units.push({ kind, start, end, block, heading: words, numbered })
  }
  const close = () => {
    if (!open) return
    const { kind, start, end } = open
    const spans = kind === 'item' && end - start <= longestItem ? [open] : splitSentences(text, open)
    for (const span of spans) push(kind === 'item' ? 'item' : 'sentence', span, open)
    open = null
  }

  let previousBlank = true
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end)
    const blank = content.trim() === ''
    if (fence.test(content) || inFence) {
      close()
      if (fence.test(content)) inFence = !inFence
      else push('code', line)
    } else if (blank) {
      close()
    } else if (heading.test(content)) {
      close()
      block++
      inList = false
      push('heading', line, { words: headingWords(heading.exec(content)![1] ?? '') })
    } else if (
      underline.test(content) &&
      open?.kind === 'paragraph' &&
      !text.slice(open.start, open.end).includes('\n')
    ) {
      const words = text.slice(open.start, open.end).trim()
      push('heading', { start: open.start, end: line.end }, { words })
      open = null
      block++
    } else if (rule.test(content)) {
      close()
    } else if (bullet.test(content)) {
      close()
      if (!inList) block++
      inList = true
      const mark = bullet.exec(content)![0]
      open = { kind: 'item', start: line.start + mark.length, end: line.end, numbered: /\d/.test(mark) }
    } else if (row.test(content)) {
      close()
      inList = false
      if (previousBlank) block++
      const last = units.at(-1)
      if (!tableRule.test(content)) push('row', withoutBars(text, line))
      else if (last?.kind === 'row' && last.block === block) units[units.length - 1] = { ...last, kind: 'label' }
    } else if (open) {
      open.end = line.end
    } else {
      if (!inList || !/^[ \t]/.test(content)) {
        block++
        inList = false
      }
      const start = line.start + (quoteMark.exec(content)?.[0].length ?? 0)
      open = { kind: 'paragraph', start, end: line.end, numbered: false }
    }
    previousBlank = blank
  }
  close()
  return units
}

/** Without the signs that may close it. */
function headingWords(words: string): string {
  const opened = words.trimEnd().replace(/#+$/, '')
  return opened === '' || /\s$/.test(opened) ? opened.trim() : words.trim()
}

function* linesOf(text: string): Generator<Span> {
  let start = 0
  while (start < text.length) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    yield { start, end: text[end - 1] === '\r' ? end - 1 : end }
    start = end + 1
  }
}

function withoutBars(text: string, line: Span): Span {
  let { start, end } = trim(text, line)
  start++
  if (end > start && text[end - 1] === '|') end--
  return trim(text, { start, end })
}
