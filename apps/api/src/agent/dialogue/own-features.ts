import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause, Entities } from '@marketplace-agent/intent'
import { wordsIn } from './words-in.ts'
import { mentionsOf } from './filling.ts'
import { wordsAlike } from './follow-up-words.en.ts'

type Named = Entities['mentions'][number]

/** Whether some of a group have a spec. */
export const haveSpec = (group: readonly number[], spec: string, catalog: Catalog): boolean =>
  group.some((id) => catalog.get(id)?.specs[spec] !== undefined)

/** Whether a word is of the name of a spec ("port" of "Ports"). */
function isOfName(word: string, spec: string, catalog: Catalog): boolean {
  const definition = catalog.spec(spec)
  return [definition?.label ?? spec, ...(definition?.aliases ?? [])].some((name) =>
    wordsIn(name).some((part) => wordsAlike(word, part)),
  )
}

/**
 * "An ethernet port" of a laptop: the shop counts the Ethernet ports of routers, but of a laptop it knows which ports it
 * has. A feature that none of a group is known by is read as a value of one that they have.
 */
export function asOwnValue(mention: Named, { text, start }: Clause, group: readonly number[], catalog: Catalog): Named {
  const isFeature = mention.kind === 'attribute' || mention.kind === 'value'
  const known = ({ id }: { readonly id: number | string }) =>
    catalog.spec(String(id)) === undefined || haveSpec(group, String(id), catalog)
  if (!isFeature || mention.candidates.some(known)) return mention
  const words = wordsIn(text.slice(Math.max(0, mention.start - start), mention.end - start)).filter(
    (word) => !/^\d+$/.test(word),
  )
  const last = words.at(-1)
  if (last === undefined || words.length < 2) return mention
  const found = catalog
    .link(words.slice(0, -1).join(' '))
    .flatMap(({ kind, candidates }) => (kind === 'value' ? candidates : []))
    .find(({ id }) => haveSpec(group, String(id), catalog) && isOfName(last, String(id), catalog))
  return found === undefined ? mention : { ...mention, kind: 'value', candidates: [found] }
}

/** The features that a clause asks for where it says "it" for what it names ("how long does the X1 last?"). */
export function saidOfIt(clause: Clause, catalog: Catalog): readonly Named[] {
  const { text, start, end, entities } = clause
  const named = mentionsOf(entities, 'product').filter((mention) => mention.start >= start && mention.end <= end)
  const [only, other] = named
  if (only === undefined || other !== undefined) return []
  const before = text.slice(0, only.start - start).replace(/\b(?:the|this|that|your|my)\s+$/i, '')
  return catalog
    .link(`${before}it${text.slice(only.end - start)}`)
    .filter(({ kind }) => kind === 'attribute')
    .map((mention) => ({ ...mention, start, end, negated: false }))
}

const saysWith = /\bwith\b/i
const withGood =
  /\bwith\s+(?:an?\s+|the\s+)?(?:(?:very|really|pretty|super)\s+)?(?:good|great|nice|decent|excellent|best|better|top|amazing)\s+$/i
const justWith = /\bwith\s+(?:an?\s+|the\s+)?$/i

/**
 * "Phones with a good camera": where a kind of product is named before, what follows "with" is a feature of it, though the
 * shop has a kind called so, too; a good one is wanted, so the best come first.
 */
export function withFeature(clause: Clause, catalog: Catalog): Clause {
  const { text, start, entities } = clause
  const kind = entities.mentions.find((mention) => mention.kind === 'category' && !mention.negated)
  if (kind === undefined || !saysWith.test(text)) return clause
  const ofKind = catalog
    .query({ categories: [String(kind.candidates[0]?.id)], limit: catalog.size })
    .items.map(({ id }) => id)
  let best: string | null = null
  const mentions = entities.mentions.map((mention): Named => {
    const before = text.slice(0, Math.max(0, mention.start - start))
    const good = withGood.test(before)
    const isFeature = mention.kind === 'attribute' || mention.kind === 'category'
    if (!isFeature || mention.start <= kind.start || !(good || justWith.test(before))) return mention
    const spec =
      mention.kind === 'attribute' ? String(mention.candidates[0]?.id) : ownSpec(mention, clause, ofKind, catalog)
    if (spec === null || !haveSpec(ofKind, spec, catalog)) return mention
    if (good) best = spec
    return { ...mention, kind: 'attribute', candidates: [{ id: spec, score: 1 }] }
  })
  const better = best === null ? undefined : catalog.spec(best)?.better
  const sort = best === null || better === undefined ? null : { by: { spec: best }, descending: better === 'higher' }
  return { ...clause, entities: { ...entities, mentions, sort: entities.sort ?? sort } }
}

/** The spec of a group that has the word for a kind of product in its name ("camera" in "Camera resolution"). */
function ownSpec(mention: Named, { text, start }: Clause, group: readonly number[], catalog: Catalog): string | null {
  const said = wordsIn(text.slice(Math.max(0, mention.start - start), mention.end - start))
  const specs = [...new Set(group.flatMap((id) => Object.keys(catalog.get(id)?.specs ?? {})))]
  const named = (spec: string) => wordsIn(catalog.spec(spec)?.label ?? spec)
  return specs.find((spec) => said.every((word) => named(spec).some((part) => wordsAlike(word, part)))) ?? null
}
