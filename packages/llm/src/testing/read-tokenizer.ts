import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'

/** A model's tokenizer as it is, and the marks that it puts around a text. */
export async function readTokenizer(folder: string): Promise<{ tokenizer: Tokenizer; marks: number[] }> {
  const json = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8')) as object
  const tokenizer = new Tokenizer(await json('tokenizer.json'), await json('tokenizer_config.json'))
  return { tokenizer, marks: tokenizer.encode('').ids }
}
