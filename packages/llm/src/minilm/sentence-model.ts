import { openBert } from '../model-thread/bert.ts'
import { ModelFault } from '../model-thread/model-fault.ts'
import type { ModelModule } from '../model-thread/thread-model.ts'
import { tokenIds } from './token-ids.ts'

/** The mean of a text's tokens' vectors, at unit length; zeros where the model knows no token. */
export const openModel: ModelModule<string>['openModel'] = async (runtime, contents) => {
  const dimensions = dimensionsOf(contents.config)
  const bert = await openBert(runtime, contents)
  return {
    dimensions,
    async run(text) {
      const ids = tokenIds(bert, text)
      if (ids.length === 0) return new Float32Array(dimensions)
      const segments = ids.map(() => 0)
      const hidden = await bert.run(ids, segments)
      if (hidden?.dims.join() !== [1, ids.length, dimensions].join() || !(hidden.data instanceof Float32Array)) {
        throw new ModelFault(
          'damaged',
          `the weights don't give ${dimensions} numbers for each token, as config.json says`,
        )
      }
      return unitMean(hidden.data, dimensions)
    },
    close: () => bert.close(),
  }
}

/** Length of a token's vector. */
function dimensionsOf(config: object): number {
  const size: unknown = 'hidden_size' in config ? config.hidden_size : undefined
  if (typeof size === 'number' && Number.isInteger(size) && size > 0) return size
  throw new ModelFault('damaged', 'config.json has no hidden_size')
}

/** The mean of all rows, at unit length. Each row is a token that counts: one text at a time needs no padding. */
function unitMean(rows: Float32Array, dimensions: number): Float32Array<ArrayBuffer> {
  const sum = new Float64Array(dimensions)
  for (let i = 0; i < rows.length; i++) sum[i % dimensions]! += rows[i]!
  const length = Math.hypot(...sum)
  return Float32Array.from(sum, (value) => value / length)
}
