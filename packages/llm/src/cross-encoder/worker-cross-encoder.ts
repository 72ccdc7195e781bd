import { basename, resolve } from 'node:path'
import { describingFiles, fullWeights, quantizedWeights } from '../model-thread/model-folder.ts'
import { type ModelRunnerOptions, openModelRunner } from '../model-thread/model-runner.ts'
import type { TextPairScorer } from '../text-pair-scorer.ts'
import type { TextPair } from './pair-model.ts'
import { provePairs } from './prove-pairs.ts'

export type CrossEncoderOptions = Omit<ModelRunnerOptions<TextPair>, 'kind' | 'model' | 'weights' | 'module' | 'prove'>

/** Part of the id: raise it with every change here that moves a score. */
const version = 1

const describing = describingFiles.map(({ path }) => path).join(', ')
export const crossEncoderFiles = `${describing} and ${quantizedWeights} (or ${fullWeights})`

/**
 * Scores with a model in a worker thread, one pair at a time. Rejects with ModelFault where the model can't be loaded or
 * isn't what it should be.
 */
export async function openCrossEncoder(options: CrossEncoderOptions): Promise<TextPairScorer> {
  const model = basename(resolve(options.folder))
  const runner = await openModelRunner<TextPair>({
    ...options,
    model,
    kind: 'cross-encoder',
    weights: [quantizedWeights, fullWeights],
    module: new URL('./pair-model.ts', import.meta.url).href,
    prove: provePairs,
  })
  return {
    id: `${model}-${runner.hash.slice(0, 12)}-v${version}`,
    async score(query, texts, context) {
      const logits = await runner.run(
        texts.map((text) => ({ query, text })),
        context,
      )
      return Float32Array.from(logits, ([logit]) => logit!)
    },
    close: () => runner.close(),
  }
}
