import { describe, expect, it } from 'vitest'
import { createRandom } from '../classifier/random.ts'
import { placeholderNames } from '../language/placeholders.ts'
import { fillPlaceholders } from './fill.ts'

describe('fillPlaceholders', () => {
  it('puts something in the place of each placeholder there is', () => {
    const text = placeholderNames.map((name) => `{${name}}`).join(' | ')
    const filled = fillPlaceholders(text, createRandom(3))
    expect(filled).not.toMatch(/[{}]/)
    expect(filled.split(' | ').every((part) => part.trim() !== '')).toBe(true)
  })

  it('is the same for the same seed, varies with it, and leaves the rest as it is', () => {
    const filled = (seed: number) => fillPlaceholders('where is {order}, the {product}?', createRandom(seed))
    expect(filled(1)).toBe(filled(1))
    expect(new Set(Array.from({ length: 20 }, (_, seed) => filled(seed))).size).toBeGreaterThan(10)
    expect(filled(1)).toMatch(/^where is .+, the .+\?$/)
    expect(fillPlaceholders('is it late', createRandom(1))).toBe('is it late')
  })
})
