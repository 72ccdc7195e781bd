import { InferenceSession, type Tensor as OnnxTensor, Tensor, env } from 'onnxruntime-node'
import type { OnnxRuntime } from '../../model-thread/thread-model.ts'
import { meetMisfortune } from './misfortunes.ts'

async function create(weights: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession> {
  const session = await InferenceSession.create(weights, options)
  const run = session.run.bind(session)
  session.run = async (feeds: Record<string, OnnxTensor>) => {
    await meetMisfortune(Array.from(feeds['input_ids']!.data as BigInt64Array, Number))
    return await run(feeds)
  }
  return session
}

export default { InferenceSession: { create } as OnnxRuntime['InferenceSession'], Tensor, env }
