import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { digestsFile, parseDigests } from './digests.ts'
import { ModelFault } from './model-fault.ts'

const megabyte = 1024 * 1024

/** What a model's folder holds beside the weights, as on the hub: path, and from what size on (bytes) it is no small model's. */
export const describingFiles = [
  { path: 'config.json', largest: megabyte },
  { path: 'tokenizer_config.json', largest: megabyte },
  { path: 'tokenizer.json', largest: 32 * megabyte },
] as const

/** Where the weights lie on the hub. */
export const quantizedWeights = 'onnx/model_quantized.onnx'
export const fullWeights = 'onnx/model.onnx'
/** Bytes. */
export const largestWeights = 512 * megabyte

type DescribingPath = (typeof describingFiles)[number]['path']

export interface ModelContents {
  readonly weights: Uint8Array
  /** Where in the folder the weights were. */
  readonly weightsPath: string
  readonly config: object
  readonly tokenizer: object
  readonly tokenizerConfig: object
  /** SHA-256 of all files, in hexadecimal. */
  readonly hash: string
}

/**
 * Reads a model's folder, with the first of the weights that is there; blocks, so for a worker. Throws ModelFault where a
 * file is missing, too large, malformed, or not what the folder's digests say.
 */
export function readModelFolder(folder: string, weightsPaths: readonly string[]): ModelContents {
  const hash = createHash('sha256')
  const digests = readDigests(folder)
  function read(path: string, largest: number): Buffer {
    const content = readModelFile(join(folder, path), largest)
    const digest = digests.get(path)
    if (digest !== undefined && digest !== createHash('sha256').update(content).digest('hex')) {
      throw new ModelFault('damaged', `${join(folder, path)} is not what ${digestsFile} says`)
    }
    hash.update(`${path} ${content.length}\n`).update(content)
    return content
  }
  const describing = new Map(describingFiles.map(({ path, largest }) => [path, read(path, largest)]))
  const weightsPath = weightsPaths.find((path) => existsSync(join(folder, path))) ?? weightsPaths[0]!
  const weights = read(weightsPath, largestWeights)
  const jsonObject = (path: DescribingPath) => parseObject(path, describing.get(path)!)
  return {
    weights,
    weightsPath,
    config: jsonObject('config.json'),
    tokenizer: jsonObject('tokenizer.json'),
    tokenizerConfig: jsonObject('tokenizer_config.json'),
    hash: hash.digest('hex'),
  }
}

function readDigests(folder: string): ReadonlyMap<string, string> {
  const path = join(folder, digestsFile)
  return existsSync(path) ? parseDigests(readModelFile(path, megabyte).toString('utf8')) : new Map()
}

function readModelFile(path: string, largest: number): Buffer {
  try {
    if (statSync(path).size <= largest) return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ModelFault('missing', `${path} is missing`)
    throw new ModelFault('unusable', `${path} can't be read (${code})`)
  }
  throw new ModelFault('damaged', `${path} is larger than ${largest / megabyte} MB`)
}

function parseObject(path: string, content: Buffer): object {
  try {
    const value: unknown = JSON.parse(content.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {}
  throw new ModelFault('damaged', `${path} is not a JSON object`)
}
