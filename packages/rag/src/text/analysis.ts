import { createPace, type Pace } from '../pace.ts'
import type { Chunk } from '../port.ts'
import { Lexicon, type TermText } from './lexicon.ts'
import { type Context, createQueryReader, idf, type Query } from './query.ts'
import { createRelatives } from './relatives.ts'
import { createSynonyms, type SynonymGroups } from './synonyms.ts'
import { createTypoFinder } from './typos.ts'
import { commonWords } from './word-weight.ts'

/** A chunk's words by field. A section that is called like its title is empty. */
export interface ChunkTerms {
  readonly text: TermText
  readonly title: TermText
  readonly section: TermText
}

/** The words of all chunks, and any query in the same words. */
export interface TextAnalysis {
  readonly lexicon: Lexicon
  /** In the order of the chunks. */
  readonly chunks: readonly ChunkTerms[]
  /** Inverse document frequency of a term of the lexicon. */
  rarity(term: number): number
  query(text: string, about?: Context): Query
}

/** Reads the chunks' words, in slices that let other work have its turn. */
export async function analyseChunks(
  chunks: readonly Chunk[],
  synonymGroups: SynonymGroups = [],
): Promise<TextAnalysis> {
  const pace = createPace()
  const lexicon = new Lexicon()
  const headings = new Map<string, TermText>()
  const heading = (words: string) => {
    let terms = headings.get(words)
    if (!terms) headings.set(words, (terms = lexicon.add(words)))
    return terms
  }
  const terms: ChunkTerms[] = []
  for (const { text, title, section } of chunks) {
    await pace()
    terms.push({ text: lexicon.add(text), title: heading(title), section: heading(section === title ? '' : section) })
  }
  const synonyms = await createSynonyms(synonymGroups)
  const counts = await countChunks(terms, lexicon.size, pace)
  const typos = createTypoFinder(() => [...commonWords, ...lexicon.words().keys(), ...synonyms.words])
  const readQuery = createQueryReader({
    lexicon,
    relatives: createRelatives(lexicon),
    synonyms,
    typos,
    chunksWith: (term) => counts[term]!,
    chunkCount: chunks.length,
  })
  const rarities = Float64Array.from(counts, (count) => idf(count, chunks.length))
  let last: { readonly query: Query; readonly about: Context | undefined } | undefined

  return {
    lexicon,
    chunks: terms,
    rarity: (term) => rarities[term]!,
    query(text, about) {
      if (last?.query.text !== text || last.about !== about) last = { query: readQuery(text, about), about }
      return last.query
    },
  }
}

async function countChunks(chunks: readonly ChunkTerms[], termCount: number, pace: Pace): Promise<Uint32Array> {
  const counts = new Uint32Array(termCount)
  const lastSeen = new Int32Array(termCount).fill(-1)
  for (const [chunk, { text, title, section }] of chunks.entries()) {
    await pace()
    for (const { terms, extras } of [text, title, section]) {
      for (const list of [terms, extras]) {
        for (const term of list) {
          if (lastSeen[term] !== chunk) counts[term]!++
          lastSeen[term] = chunk
        }
      }
    }
  }
  return counts
}
