import { describe, expect, it } from 'vitest'
import { focusOf, wordsToEmbed } from './focus.ts'

const story = ' Hello! My aunt gave me a spade. For how long can I return it? '

describe('what of a message is looked up', () => {
  it('is the question in a story', () => {
    expect(focusOf(story).trim()).toBe('For how long can I return it?')
    expect(focusOf('just words')).toBe('just words')
  })

  it('is embedded word by word where vectors are of spellings, and as it was written where they are of senses', () => {
    expect(wordsToEmbed(story, 'lexical').trim()).toBe('For how long can I return it?')
    expect(wordsToEmbed(story, 'semantic')).toBe(story.trim())
    expect(wordsToEmbed('', 'semantic')).toBe('')
  })
})
