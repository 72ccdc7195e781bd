import { expect, it } from 'vitest'
import { Lexicon } from './lexicon.ts'
import { createRelatives } from './relatives.ts'
import { stem } from './tokenise.ts'

const lexicon = new Lexicon()
lexicon.add('delivery protection u2723qe wh1000xm5 1000000 portable university pay')
const relatives = createRelatives(lexicon)

it.each([
  ['deliver', 'delivery'],
  ['protector', 'protection'],
  ['u2723', 'u2723qe'],
])('%s is of the family of %s', (word, other) => {
  expect(relatives.of(word)).toEqual([lexicon.find(stem(other))])
})

it.each(['wh1000xm4', '1000001', 'port', 'payment', 'univ', ''])('%s has no family here', (word) => {
  expect(relatives.of(word)).toEqual([])
})
