import { expect, test } from 'vitest'
import { exchangeExample } from '../../testing/examples.ts'
import { mergeExchanges } from './merge-exchanges.ts'

const [one, two, three] = [exchangeExample(1, 'one'), exchangeExample(2, 'two'), exchangeExample(3, 'three')]

test('what the server has forgotten stays, what it has is taken once', () => {
  expect(mergeExchanges([one, two], [two, three])).toEqual([one, two, three])
})

test('nothing known, nothing kept', () => {
  expect(mergeExchanges([], [one])).toEqual([one])
  expect(mergeExchanges([one], [])).toEqual([one])
})
