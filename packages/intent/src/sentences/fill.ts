import type { Placeholder } from '../language/placeholders.ts'
import { addresses, brands, categories, dates, features, kinds, models, people, values } from './names.en.ts'

/** An utterance as a customer may have written it: each placeholder with a made-up thing in its place. */
export function fillPlaceholders(text: string, random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const figures = (count: number) => String(Math.floor((1 + 9 * random()) * 10 ** (count - 1)))
  const letters = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('')
  const numbered = () =>
    random() < 0.4 ? figures(5) : random() < 0.5 ? `#${figures(4)}` : `${letters(2)}-${figures(5)}`
  const money = () => {
    const amount = figures(random() < 0.5 ? 2 : 3)
    return random() < 0.4 ? `$${amount}` : random() < 0.5 ? `£${amount}` : `${amount} euros`
  }
  const product = () => {
    const kind = random()
    if (kind < 0.35) return pick(kinds)
    if (kind < 0.7) return `${pick(brands)} ${pick(models)}`
    return `${pick(brands)} ${pick(kinds)}`
  }
  const things: Readonly<Record<Placeholder, () => string>> = {
    product,
    category: () => pick(categories),
    brand: () => pick(brands),
    attribute: () => pick(features),
    value: () => pick(values),
    order: numbered,
    complaint: numbered,
    refund: numbered,
    tracking: () => `${letters(2)}${figures(9)}`,
    email: () => pick(people),
    address: () => pick(addresses),
    price: money,
    number: () => String(2 + Math.floor(random() * 11)),
    date: () => pick(dates),
  }
  return text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => things[name as Placeholder]?.() ?? whole)
}
