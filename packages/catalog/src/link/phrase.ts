import type { Mention } from '../types.ts'

/** What a phrase names as a whole. */
export interface Phrase {
  readonly kind: Mention['kind']
  readonly id: number | string
  readonly value?: string
  /** 1; less for a part of a value ("i7"). */
  readonly score: number
  /**
   * What has to speak for it beside the words, where they are everyday words or a single letter: a capital or quotes
   * (`writing`), or the name of its spec next to it, too (`spec`), or that it is no other number (`number`).
   */
  readonly needs?: 'writing' | 'spec' | 'number'
}

export interface PhraseBook {
  get(text: string): readonly Phrase[] | undefined
  /** Whether a phrase may begin so; false is sure. */
  mayBegin(text: string): boolean
  readonly longest: number
}

/** Adds what a joined text names. */
export type AddPhrase = (text: string, phrase: Phrase) => void
