import { expect, test } from 'vitest'
import { readMapSearch } from './map-search.ts'

test.each([
  [
    { around: 7, view: 'list' },
    { around: 7, view: 'list' },
  ],
  [{ kinds: 'UPGRADED_FROM' }, { kinds: ['UPGRADED_FROM'] }],
  [{ kinds: ['UPGRADED_FROM', 'LOVES', 'COMPATIBLE_WITH'] }, { kinds: ['COMPATIBLE_WITH', 'UPGRADED_FROM'] }],
  [{ around: 'x', kinds: [], view: 'globe' }, {}],
  [{ around: -1 }, {}],
])('%j is %j', (search, read) => expect(readMapSearch(search)).toEqual(read))
