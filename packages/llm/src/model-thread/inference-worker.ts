import { parentPort, workerData } from 'node:worker_threads'
import { ModelFault } from './model-fault.ts'
import { readModelFolder } from './model-folder.ts'
import type { ModelModule, OnnxRuntime, ThreadModel } from './thread-model.ts'
import { busy, type FromWorker, stop, type ToWorker, type WorkerStart } from './worker-protocol.ts'

const { folder, weights, module, runtime, flags } = workerData as WorkerStart
const port = parentPort!
const tell = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

class Stopped extends Error {}

async function natively<T>(work: () => Promise<T>): Promise<T> {
  Atomics.store(flags, busy, 1)
  try {
    if (Atomics.load(flags, stop) === 1) throw new Stopped()
    return await work()
  } finally {
    Atomics.store(flags, busy, 0)
    Atomics.notify(flags, busy)
  }
}

async function importRuntime(): Promise<OnnxRuntime> {
  try {
    const imported = (await import(runtime)) as { default: OnnxRuntime }
    return imported.default
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    const platform = `${process.platform}-${process.arch}`
    throw new ModelFault('unusable', `onnxruntime-node can't be loaded on this platform (${platform}: ${code})`)
  }
}

async function open(): Promise<ThreadModel<unknown> | null> {
  try {
    const { openModel } = (await import(module)) as ModelModule<unknown>
    const onnx = await importRuntime()
    const contents = readModelFolder(folder, weights)
    const model = await natively(() => openModel(onnx, contents))
    tell({ type: 'ready', dimensions: model.dimensions, hash: contents.hash })
    return model
  } catch (error) {
    const fault = error instanceof ModelFault ? error : new ModelFault('unusable', "it can't be loaded here")
    tell({ type: 'fault', kind: fault.kind, reason: fault.message })
    return null
  }
}

async function run(model: ThreadModel<unknown>, input: unknown): Promise<void> {
  try {
    const output = await natively(() => model.run(input))
    tell({ type: 'output', output }, [output.buffer])
  } catch (error) {
    if (error instanceof ModelFault) tell({ type: 'fault', kind: error.kind, reason: error.message })
    else tell({ type: 'failed' })
  }
}

const model = await open()
if (model === null) port.close()
else {
  let last = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    last = last.then(() => (message === 'close' ? end(model) : run(model, message.input)))
  })
}

async function end(model: ThreadModel<unknown>): Promise<void> {
  await natively(() => model.close()).catch(() => {})
  port.close()
}
