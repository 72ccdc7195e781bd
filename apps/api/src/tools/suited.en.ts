import type { ProductRecord, ProductSummary } from '@marketplace-agent/domain'
import type { WordsKit } from './define-tool.ts'

const shortestStem = 3
const endings = '(?:e|s|es|ing|ling|er|ers|ed)?'

/** A word whatever its ending: "gaming", "games", "gamer". */
function anyForm(word: string): RegExp {
  const stem = word.replace(/(?:ing|ers?|es|s|e)$/, '')
  // A caller of the API may send any signs.
  const literal = (text: string) =>
    text.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${(sign.codePointAt(0) as number).toString(16)}}`)
  const form = stem.length < shortestStem ? literal(word) : `${literal(stem)}${endings}`
  return new RegExp(String.raw`(?<!\p{L})${form}(?!\p{L})`, 'iu')
}

const textsOf = ({ name, aliases, description, specs }: ProductRecord): string =>
  [
    name,
    ...aliases,
    description,
    ...Object.values(specs)
      .flat()
      .filter((value) => typeof value === 'string'),
  ].join('\n')

/** Of which of several products the shop says that they have to do with something: "which is better for gaming?". */
export function saySuited(purpose: string, products: readonly ProductSummary[], { catalog, format }: WordsKit): string {
  const form = anyForm(purpose)
  const suited = products.filter(({ id }) => {
    const record = catalog.get(id)
    return record !== undefined && form.test(textsOf(record))
  })
  if (suited.length === 0) return `Our descriptions of them don't speak of ${purpose}.`
  if (suited.length === products.length) return `Our descriptions of all of them speak of ${purpose}.`
  const names = format.list(suited.map(({ name }) => `the ${name}`))
  const [speaks, others] = [suited.length === 1, products.length - suited.length]
  return `Our description${speaks ? '' : 's'} of ${names} ${speaks ? 'speaks' : 'speak'} of ${purpose}, ${others === 1 ? "the other one doesn't" : "the others don't"}.`
}
