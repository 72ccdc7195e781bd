import type { Shop } from '@marketplace-agent/catalog'
import { numberCues } from '../text/english.ts'
import type { NumberReader, ReferenceReaders } from './references.ts'

/** Readers of a shop's numbers in a message, each with the words that make a bare figure such a number. */
export function createReferenceReaders(numbers: Shop['numbers']): ReferenceReaders {
  const reader = (kind: keyof Shop['numbers']): NumberReader => {
    const { scan } = numbers[kind]
    return (text) =>
      scan(text, { cueWords: numberCues[kind] }).map(({ canonical, start, end }) => ({ value: canonical, start, end }))
  }
  return {
    order: reader('order'),
    tracking: reader('tracking'),
    complaint: reader('complaint'),
    refund: reader('refund'),
  }
}
