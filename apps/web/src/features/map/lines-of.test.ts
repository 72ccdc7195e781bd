import { expect, test } from 'vitest'
import { linesOf } from './lines-of.ts'

test.each([
  ['Uno', ['Uno']],
  ['Pelwick HDMI 2.1 Cable', ['Pelwick HDMI 2.1', 'Cable']],
  ['Vortann Apex 34 Curved Gaming Monitor Black', ['Vortann Apex 34', 'Curved Gaming…']],
  ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschiff…']],
  ['', []],
])('%s', (name, lines) => expect(linesOf(name, 17)).toEqual(lines))
