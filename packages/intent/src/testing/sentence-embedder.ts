// oxlint-disable-next-line no-restricted-imports -- scripts and tests of this folder have no services to take it from
import { type Embedder, openEmbedder } from '@marketplace-agent/llm'
import { quietContext } from '@marketplace-agent/llm/testing'

/** Calls with the sentence model of a folder, and closes it. Throws where the folder has none that works. */
export async function withSentenceEmbedder<T>(
  modelsFolder: string,
  use: (embedder: Embedder) => Promise<T>,
): Promise<T> {
  const opened = openEmbedder({ kind: 'minilm', source: { modelsFolder }, log: quietContext().log })
  try {
    const embedder = await opened.better
    if (embedder === null)
      throw new Error(`${modelsFolder} has no sentence model that works; set MODELS_DIR to one that has.`)
    return await use(embedder)
  } finally {
    await opened.close()
  }
}
