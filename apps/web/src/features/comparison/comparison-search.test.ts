import { expect, test } from 'vitest'
import { readComparisonSearch } from './comparison-search.ts'

test.each([
  [{ ids: '2,1' }, { ids: '2,1' }],
  [{ ids: 7 }, { ids: 7 }],
  [{ ids: '7' }, { ids: 7 }],
  [{ ids: '1, 2,2,x,-3,1.5,0' }, { ids: '1,2' }],
  [{ ids: '1,2,3,4,5' }, { ids: '1,2,3,4' }],
  [{ ids: '' }, {}],
  [{ ids: null }, {}],
  [{}, {}],
])('%j is %j', (search, read) => expect(readComparisonSearch(search)).toEqual(read))
