import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { misfortunes } from './misfortunes.ts'
import { tinyTokenizerFiles } from './tiny-tokenizer.ts'

/** Runs what `writeTinyModel` writes, in place of onnxruntime-node. */
export const tinyRuntime = new URL('./tiny-runtime.ts', import.meta.url).href

/** Words of one row mean the same to the model; the number of a row's first word tells the row. */
const concepts = [
  'send parcel back returned post',
  'cheapest lowest price',
  'broken damaged',
  'speak person connect human employee',
]

/** Numbers in a vector. */
export const tinyDimensions = 64

/** The files of a sentence model of a few words, each as text; `good` weights are what the runtime takes. */
export function tinyModelFiles(weights: 'good' | 'noise' | 'narrow' | 'stuck' = 'good'): Record<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'].flatMap((letter, i) => [
    [letter, 10 + i],
    [`##${letter}`, 10 + i],
  ])
  const words = concepts.flatMap((row, i) => row.split(' ').map((word, j) => [word, 100 * (i + 1) + j]))
  const vocab = { ...Object.fromEntries([...letters, ...words]), ...misfortunes }
  return {
    'config.json': JSON.stringify({ hidden_size: tinyDimensions }),
    ...tinyTokenizerFiles(vocab),
    'onnx/model_quantized.onnx': weights,
  }
}

export async function writeModel(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
