import { join } from 'node:path'
import { CodedError, type Log } from '@marketplace-agent/domain'
import type { Embedder } from '../embedder.ts'
import { ModelFault } from '../model-thread/model-fault.ts'
import type { WorkerLimits } from '../model-thread/model-worker.ts'
import type { MonotonicClock } from '../when-stopped.ts'
import { discardModel, removeAbandoned } from './download-folder.ts'
import { type DownloadLimits, downloadModel } from './download-model.ts'
import { type HttpGet, httpGet } from './http-get.ts'
import { modelFiles } from './model-files.ts'
import { openWorkerEmbedder } from './worker-embedder.ts'

/** Where models lie, each in the folder of its id: the operator's own, or one of ours that is filled from a hub. */
export type ModelSource =
  | { readonly modelsFolder: string }
  | {
      readonly cacheFolder: string
      /** Its address; by default Hugging Face's. */
      readonly hub?: string | undefined
      readonly limits?: Partial<DownloadLimits> | undefined
      readonly get?: HttpGet | undefined
    }

export interface SentenceEmbedderOptions {
  readonly model: string
  readonly source: ModelSource
  readonly log: Log
  readonly clock: MonotonicClock
  readonly signal: AbortSignal
  /** The module that runs the weights, and how long it may take; a test's own. */
  readonly runtime?: string | undefined
  readonly limits?: Partial<WorkerLimits> | undefined
}

const defaultHub = 'https://huggingface.co'
const defaultDownloadLimits: DownloadLimits = { answer: 20_000, stall: 30_000, whole: 15 * 60_000 }

/** Where a model with the files we need lies on the hub, if not under its own id. */
const hubIds: Readonly<Record<string, string>> = {
  'sentence-transformers/all-MiniLM-L6-v2': 'Xenova/all-MiniLM-L6-v2',
}

/** Opens the model from where it lies, or downloads it first. Rejects with ModelFault, or CodedError `aborted`. */
export async function openSentenceEmbedder(options: SentenceEmbedderOptions): Promise<Embedder> {
  const { model, source } = options
  if (!/^\w[\w.-]*(\/\w[\w.-]*)?$/.test(model)) {
    throw new ModelFault('unusable', 'EMBEDDING_MODEL must be an id such as sentence-transformers/all-MiniLM-L6-v2')
  }
  if (!('modelsFolder' in source)) return await openFromCache(options, source)
  try {
    return await openFrom(join(source.modelsFolder, model), options)
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error
    if (error.kind === 'unusable') throw withAdvice(error)
    throw withAdvice(error, `put ${fileList} there, or unset MODELS_DIR to have them downloaded`)
  }
}

async function openFromCache(
  options: SentenceEmbedderOptions,
  source: Exclude<ModelSource, { modelsFolder: string }>,
): Promise<Embedder> {
  const { model, log, signal } = options
  const folder = join(source.cacheFolder, model)
  const hub = (source.hub ?? defaultHub).replace(/\/+$/, '')
  const advice = 'see that the hub can be reached, or set MODELS_DIR to a folder with the model'
  await removeAbandoned(folder)
  try {
    return await openFrom(folder, options)
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error
    if (error.kind === 'unusable') throw withAdvice(error)
    if (error.kind === 'damaged') log.info({ model, reason: error.message }, 'The kept sentence model is damaged')
  }
  try {
    await discardModel(folder)
    await downloadModel({
      repository: hubIds[model] ?? model,
      hub,
      folder,
      get: source.get ?? httpGet,
      limits: { ...defaultDownloadLimits, ...source.limits },
      log,
      signal,
    })
    return await openFrom(folder, options)
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error
    if (error.kind !== 'damaged') throw withAdvice(error, advice)
    await discardModel(folder)
    throw withAdvice(new ModelFault('damaged', `${hub} gave something else: ${error.message}`), advice)
  }
}

async function openFrom(folder: string, options: SentenceEmbedderOptions): Promise<Embedder> {
  const embedder = await openWorkerEmbedder({ ...options, folder })
  if (!options.signal.aborted) return embedder
  await embedder.close()
  throw new CodedError('aborted', 'Loading was stopped.')
}

const fileList = modelFiles.map(({ path }) => path).join(', ')

const withAdvice = ({ kind, message }: ModelFault, ...advice: string[]) =>
  new ModelFault(kind, `${message}; ${[...advice, 'set EMBEDDER=lexical to do without'].join(', or ')}`)
