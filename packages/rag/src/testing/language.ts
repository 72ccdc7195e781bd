import { readFile } from 'node:fs/promises'
import type { SynonymGroups } from '../text/synonyms.ts'

/** A file of the repository. */
export const at = (path: string): URL => new URL(`../../../../${path}`, import.meta.url)

/** The synonyms and associations of a language's data. */
export async function synonymsOf(language: string): Promise<SynonymGroups> {
  const read = async (name: string) => JSON.parse(await readFile(at(`data/language/${language}/${name}`), 'utf8'))
  const { groups } = (await read('synonyms.json')) as { groups: string[][] }
  const { associations } = (await read('associations.json')) as { associations: Record<string, string[]> }
  return [...groups, ...Object.entries(associations).map(([phrase, means]) => ({ phrase, means }))]
}
