import { misfortunes } from './misfortunes.ts'
import { constant, onnxModel } from './onnx-bytes.ts'
import { tinyTokenizerFiles } from './tiny-tokenizer.ts'

/** onnxruntime-node, but that it meets misfortunes. */
export const misfortunateRuntime = new URL('./misfortunate-runtime.ts', import.meta.url).href

/** What the model knows; of every other word it makes nothing. */
const words = 'return item battery shipping ireland pay gift card cable refund parcel'

/** A word that the tokenizer knows and the weights don't: an inference fails. */
const beyondWeights = { unembedded: 5000 }

/** The files of a cross-encoder whose logit is the number of words that query and text share, each pair of places counted. */
export function tinyCrossEncoderFiles(weights = sharedWords()): Record<string, string | Uint8Array> {
  const vocab = Object.fromEntries(words.split(' ').map((word, i) => [word, 100 + i]))
  return {
    'config.json': '{}',
    ...tinyTokenizerFiles({ ...vocab, ...misfortunes, ...beyondWeights }),
    'onnx/model_quantized.onnx': weights,
  }
}

/** Weights that give the number of shared words times each of `factors`: as many logits. */
export function sharedWords(factors: readonly number[] = [1]): Uint8Array {
  const known = 1000
  const float = ['to', 1] as const
  return onnxModel({
    inputs: ['input_ids', 'attention_mask', 'token_type_ids'],
    constants: [
      constant(
        'is_word',
        'float',
        [known],
        Array.from({ length: known }, (_, id) => Number(id > 3)),
      ),
      constant('factors', 'float', [1, factors.length], [...factors]),
    ],
    nodes: [
      { operator: 'Gather', inputs: ['is_word', 'input_ids'], output: 'words' },
      { operator: 'Cast', inputs: ['attention_mask'], output: 'mask', attribute: float },
      { operator: 'Mul', inputs: ['words', 'mask'], output: 'read' },
      { operator: 'Cast', inputs: ['token_type_ids'], output: 'second', attribute: float },
      { operator: 'Mul', inputs: ['read', 'second'], output: 'text' },
      { operator: 'Sub', inputs: ['read', 'text'], output: 'query' },
      { operator: 'Transpose', inputs: ['input_ids'], output: 'column' },
      { operator: 'Equal', inputs: ['column', 'input_ids'], output: 'equal' },
      { operator: 'Cast', inputs: ['equal'], output: 'same', attribute: float },
      { operator: 'MatMul', inputs: ['query', 'same'], output: 'asked' },
      { operator: 'Transpose', inputs: ['text'], output: 'text_column' },
      { operator: 'MatMul', inputs: ['asked', 'text_column'], output: 'shared' },
      { operator: 'Mul', inputs: ['shared', 'factors'], output: 'logits' },
    ],
    output: ['logits', factors.length],
  })
}
