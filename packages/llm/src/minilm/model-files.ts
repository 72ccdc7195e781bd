import { describingFiles, largestWeights, quantizedWeights } from '../model-thread/model-folder.ts'

/** The files of a sentence model, as on the hub: path, and from what size on (bytes) it is no small one's. */
export const modelFiles = [...describingFiles, { path: quantizedWeights, largest: largestWeights }]
