/**
 * Makes `sentence-head.bin` of the English: MODELS_DIR=… node packages/intent/src/testing/train-head.ts
 * Run it after a change to the utterances; a test says when it is stale.
 */
import { modelsForTests, quietContext } from '@marketplace-agent/llm/testing'
import { readLanguage } from '../language/read-language.ts'
import { headFileName, saveHead } from '../sentences/head-file.ts'
import { headKeyOf, trainHeadOn } from '../sentences/open-head.ts'
import { english } from './language.ts'
import { withSentenceEmbedder } from './sentence-embedder.ts'

const modelsFolder = modelsForTests(`training ${headFileName}`)
if (modelsFolder !== null) {
  await withSentenceEmbedder(modelsFolder, async (embedder) => {
    const start = performance.now()
    const language = await readLanguage(english)
    const head = await trainHeadOn(language, embedder, quietContext())
    await saveHead(english, headKeyOf(language, embedder.id), head)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    process.stdout.write(`${headFileName}: made for ${embedder.id} in ${seconds} s\n`)
  })
}
