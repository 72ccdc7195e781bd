import type { Embedder } from '../embedder.ts'
import { quantizedWeights } from '../model-thread/model-folder.ts'
import { type ModelRunnerOptions, openModelRunner } from '../model-thread/model-runner.ts'
import { proveModel } from './prove-model.ts'

export type WorkerEmbedderOptions = Omit<ModelRunnerOptions<string>, 'kind' | 'weights' | 'module' | 'prove'>

/** Part of the id: raise it with every change here that moves a vector. */
const version = 1

const word = /[\p{L}\p{N}]/u

/**
 * Embeds with a model in a worker thread. Rejects with ModelFault where the model can't be loaded or isn't what it should
 * be.
 */
export async function openWorkerEmbedder(options: WorkerEmbedderOptions): Promise<Embedder> {
  const { model } = options
  const runner = await openModelRunner<string>({
    ...options,
    kind: 'sentence model',
    weights: [quantizedWeights],
    module: new URL('./sentence-model.ts', import.meta.url).href,
    prove: (embed) => proveModel(model, embed),
  })
  return {
    id: `${model.replaceAll('/', '--')}-int8-${runner.hash.slice(0, 12)}-v${version}`,
    kind: 'semantic',
    dimensions: runner.dimensions,
    async embed(texts, context) {
      const inWords = texts.map((text) => word.test(text))
      const vectors = await runner.run(
        texts.filter((_text, i) => inWords[i]),
        context,
      )
      const given = vectors.values()
      return inWords.map((has) => (has ? given.next().value! : new Float32Array(runner.dimensions)))
    },
    close: () => runner.close(),
  }
}
