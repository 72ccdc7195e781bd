import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { OperatorError, intents } from '@marketplace-agent/domain'
import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

const AnyOf = Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })])

const Expectation = Type.Object(
  {
    intent: Type.Optional(AnyOf),
    /** Each was called in this turn, or asked for an input; an inner array: any of them. */
    tools: Type.Optional(Type.Array(AnyOf)),
    not_tools: Type.Optional(Type.Array(Type.String())),
    /** Each stands in the response, whatever its case; an inner array: any of them. */
    words: Type.Optional(Type.Array(AnyOf)),
    not_words: Type.Optional(Type.Array(Type.String())),
    /** A part of the proposal that waits after this turn; null: none does. */
    proposal: Type.Optional(Type.Union([Type.Null(), Type.Record(Type.String(), Type.Unknown())])),
    /** Parts of the records written in this turn, each with `record`; left out, nothing may be written. */
    changes: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
  },
  { additionalProperties: false },
)

/** A conversation as it is tried: what is said, and what is expected of each answer. */
const ConversationScript = Type.Object(
  {
    kind: Type.String({ minLength: 1 }),
    about: Type.Optional(Type.String()),
    /** Folder of the shop, from the repository's root; the configured one without it. */
    shop: Type.Optional(Type.String()),
    /** The instant at which the shop's clock stands. */
    clock: Type.Optional(Type.String()),
    turns: Type.Array(
      Type.Object(
        {
          /** Several are sent one right after the other; what is expected is of the last answer. */
          say: AnyOf,
          expect: Type.Optional(Expectation),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
)

export type Expectation = Static<typeof Expectation>
export type ConversationScript = Static<typeof ConversationScript> & { readonly file: string }

const known = new Set<string>(intents)

function parse(text: string, file: string): ConversationScript {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new OperatorError(`${file} is no JSON (${(error as Error).message}).`)
  }
  const [fault] = Value.Errors(ConversationScript, value)
  if (fault !== undefined) throw new OperatorError(`${file}: ${fault.path || '/'} ${fault.message.toLowerCase()}.`)
  const script = value as Static<typeof ConversationScript>
  if (script.clock !== undefined && Number.isNaN(Date.parse(script.clock)))
    throw new OperatorError(`${file}: "${script.clock}" is no instant such as 2026-02-05T12:00:00Z.`)
  for (const { expect } of script.turns) {
    const unknown = [expect?.intent ?? []].flat().find((intent) => !known.has(intent))
    if (unknown !== undefined) throw new OperatorError(`${file}: "${unknown}" is no intent.`)
  }
  return { ...script, file }
}

/** The scripts of a folder and those below it, by name. Throws OperatorError that names the file. */
export async function readScripts(folder: string): Promise<readonly ConversationScript[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: Error) => {
    throw new OperatorError(`${folder} can't be read (${error.message}).`)
  })
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  if (files.length === 0) throw new OperatorError(`${folder} has no conversations (files *.json).`)
  return Promise.all(files.map(async (file) => parse(await readFile(file, 'utf8'), relative(folder, file))))
}
