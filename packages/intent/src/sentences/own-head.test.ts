import { modelsForTests, quietContext } from '@marketplace-agent/llm/testing'
import { expect, it } from 'vitest'
import { readLanguage } from '../language/read-language.ts'
import { english } from '../testing/language.ts'
import { withSentenceEmbedder } from '../testing/sentence-embedder.ts'
import { createHead } from './head.ts'
import { loadHead } from './head-file.ts'
import { headKeyOf } from './open-head.ts'

const modelsFolder = modelsForTests('whether the head of the English is up to date')

it.skipIf(modelsFolder === null)('the head of the English fits its utterances and the model, and reads them', () =>
  withSentenceEmbedder(modelsFolder ?? '', async (embedder) => {
    const language = await readLanguage(english)
    const head = await loadHead(english, headKeyOf(language, embedder.id))
    if (head === null)
      throw new Error(
        'The head is stale: run MODELS_DIR=… node packages/intent/src/testing/train-head.ts and commit it.',
      )
    const read = createHead(head)
    const intentOf = async (text: string) => {
      const [vector] = await embedder.embed([text], quietContext())
      const probabilities = read(vector as Float32Array)
      return language.tasks[probabilities.indexOf(Math.max(...probabilities))]?.intent
    }
    expect(await intentOf("What's become of the stuff I bought from you on Tuesday?")).toBe('order_status')
    expect(await intentOf('Which of the two kettles would you go for, the glass one or the steel one?')).toBe(
      'comparison',
    )
    expect(await intentOf('Who is the prime minister of Norway?')).toBe('general')
  }),
)
