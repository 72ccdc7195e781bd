import type { Token } from '../../text/tokens.ts'
import type { Cue, MentionSpan, Span } from '../findings.ts'

/** Reads one kind of cue. `spans` and `mentions` are what else was found in the text. */
export type CueReader = (tokens: readonly Token[], spans: readonly Span[], mentions: readonly MentionSpan[]) => Cue[]

/** The mention that begins at a token. */
export const mentionFrom = (tokens: readonly Token[], index: number, mentions: readonly MentionSpan[]) => {
  const start = tokens[index]?.start
  return start === undefined ? undefined : mentions.find((span) => span.start === start)
}
