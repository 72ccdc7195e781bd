import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'

export type ReadJson = { readonly value: unknown; readonly fault?: never } | { readonly fault: string }

/** Reads JSON; a fault names its line and column, from 1. */
export function readJson(text: string): ReadJson {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { fault: describeFault(text) }
  }
}

const inWords: Record<string, string> = {
  InvalidSymbol: 'this is no JSON value; texts need quotes',
  InvalidNumberFormat: 'this is no number of JSON',
  PropertyNameExpected: 'a field name in double quotes is expected; is there a comma too many?',
  ValueExpected: 'a value is expected; is there a comma too many?',
  ColonExpected: 'a colon is expected after the field name',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'a } is missing',
  CloseBracketExpected: 'a ] is missing',
  EndOfFileExpected: 'the file should end here',
  InvalidCommentToken: 'comments are not allowed in JSON',
  UnexpectedEndOfComment: 'comments are not allowed in JSON',
  UnexpectedEndOfString: 'a text is not closed; its " is missing',
  UnexpectedEndOfNumber: 'a number is not finished',
  InvalidUnicode: 'a \\u needs four hexadecimal digits',
  InvalidEscapeCharacter: 'there is no such escape; write \\\\ for a backslash',
  InvalidCharacter: 'this character has to be escaped in a text (a line break is \\n)',
}

function describeFault(text: string): string {
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  const [first] = errors
  if (first === undefined) return 'is no valid JSON'
  const before = text.slice(0, first.offset).split('\n')
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  const name = printParseErrorCode(first.error)
  return `is no valid JSON: ${place}: ${inWords[name] ?? name}`
}
