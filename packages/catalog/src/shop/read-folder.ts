import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { type Fault, didYouMean, listed } from './fault.ts'
import { readDocument } from './read-document.ts'
import { readJson } from './read-json.ts'

export const recordFiles = ['orders', 'deliveries', 'complaints', 'refunds'] as const
export type RecordFile = (typeof recordFiles)[number]

/** A shop's folder as it was read, nothing checked yet. */
export interface ReadFolder {
  readonly settings: unknown
  readonly products: unknown
  readonly records: Readonly<Record<RecordFile, unknown>>
  readonly documents: readonly { readonly file: string; readonly head: unknown; readonly text: string }[]
  /** File names in the folder of pictures; null where there is none. */
  readonly pictures: ReadonlySet<string> | null
}

/** Reads the files of a shop's folder; what can't be read is a fault. Records and documents may be missing. */
export async function readFolder(folder: string): Promise<{ read: ReadFolder; faults: Fault[] }> {
  const faults: Fault[] = []
  const json = async (file: string, needed: string | null): Promise<unknown> => {
    const text = await readText(join(folder, file))
    if (text === null) {
      if (needed !== null) faults.push({ file, record: null, field: null, message: `is missing; ${needed}` })
      return undefined
    }
    const { value, fault } = { value: undefined, fault: undefined, ...readJson(text) }
    if (fault !== undefined) faults.push({ file, record: null, field: null, message: fault })
    return value
  }

  const [settings, products, documentNames, recordNames, pictureNames] = await Promise.all([
    json('shop.json', 'it says the name, currency, locale, categories, specs and policies of the shop'),
    json('products.json', 'it is an array of the products'),
    namesIn(join(folder, 'documents')),
    namesIn(join(folder, 'records')),
    namesIn(join(folder, 'pictures')),
  ])
  const [orders, deliveries, complaints, refunds] = await Promise.all(
    recordFiles.map(async (name) => (await json(`records/${name}.json`, null)) ?? []),
  )
  faults.push(...strayRecords(recordNames ?? []))

  const documents: { file: string; head: unknown; text: string }[] = []
  for (const name of (documentNames ?? []).filter((one) => one.endsWith('.md')).sort()) {
    const file = `documents/${name}`
    const document = readDocument((await readText(join(folder, file))) ?? '')
    if (document.fault === undefined) documents.push({ file, head: document.head, text: document.text })
    else faults.push({ file, record: null, field: null, message: document.fault })
  }
  return {
    read: {
      settings,
      products,
      documents,
      records: { orders, deliveries, complaints, refunds },
      pictures: pictureNames === null ? null : new Set(pictureNames),
    },
    faults,
  }
}

function strayRecords(names: readonly string[]): Fault[] {
  const known = recordFiles.map((name) => `${name}.json`)
  return names
    .filter((name) => name.endsWith('.json') && !known.includes(name))
    .map((name) => ({
      file: `records/${name}`,
      record: null,
      field: null,
      message: `is not read${didYouMean(name, known)}; records are in ${listed(known)}`,
    }))
}

/** The text of a file, without a byte order mark, its lines ended by \n; null where there is no such file. */
async function readText(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\u{feff}/u, '').replaceAll('\r\n', '\n')
  } catch (error) {
    if (isMissing(error)) return null
    throw unreadable(path, error)
  }
}

async function namesIn(path: string): Promise<string[] | null> {
  try {
    return await readdir(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw unreadable(path, error)
  }
}

const unreadable = (path: string, error: unknown) =>
  new OperatorError(
    `${path} can't be read (${error instanceof Error ? error.message : String(error)}); mend or remove it.`,
  )

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
