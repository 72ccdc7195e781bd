import { join } from 'node:path'
import type { Log } from '@marketplace-agent/domain'
import { readKept, writeKept } from '../kept-file.ts'
import type { Model } from './model.ts'

const name = 'intent-model.bin'

/**
 * The kept model of this key; null where there is none, or another's. A damaged file is reported and left to be
 * overwritten. Its arrays: bias, table and weights.
 */
export async function loadModel(folder: string, key: string, log: Log): Promise<Model | null> {
  const file = join(folder, name)
  const kept = await readKept(file).catch((error: unknown) => {
    log.warn({ file, err: error }, 'The kept intent model cannot be read; it is trained anew.')
    return null
  })
  if (kept === null || (kept !== 'damaged' && kept.key !== key)) return null
  const { classes = 0, rows = 0, places = 0, temperature = 0, step = 0 } = kept === 'damaged' ? {} : kept.numbers
  if (kept === 'damaged' || kept.body.length !== 4 * (classes + places) + 2 * rows * classes) {
    log.warn({ file }, 'The kept intent model is damaged; it is trained anew.')
    return null
  }
  const { buffer } = kept.body
  return {
    classes,
    temperature,
    bias: new Float32Array(buffer, 0, classes),
    step,
    table: { places: new Int32Array(buffer, 4 * classes, places) },
    weights: new Int16Array(buffer, 4 * (classes + places), rows * classes),
  }
}

/** Keeps a model for the next start, whole or not at all. Where it can't be kept, that is reported and the shop goes on. */
export async function saveModel(folder: string, key: string, model: Model, log: Log): Promise<void> {
  const { classes, temperature, step, bias, weights, table } = model
  const numbers = { classes, temperature, step, rows: weights.length / classes, places: table.places.length }
  try {
    await writeKept(folder, name, { key, numbers, parts: [bias, table.places, weights] })
  } catch (error) {
    log.warn({ folder, err: error }, 'The intent model cannot be kept; every start will train it.')
  }
}
