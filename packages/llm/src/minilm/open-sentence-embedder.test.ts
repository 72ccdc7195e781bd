import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { quietContext } from '../testing/contexts.ts'
import { type Answer, loopbackHub, serving } from '../testing/loopback-hub.ts'
import { recordedLog } from '../testing/recorded-log.ts'
import { tinyModelFiles, tinyRuntime, writeModel } from '../testing/tiny/tiny-model.ts'
import type { HttpGet } from './http-get.ts'
import { type ModelSource, openSentenceEmbedder } from './open-sentence-embedder.ts'

const model = 'test/tiny'
const files = tinyModelFiles()
const absentRuntime = new URL('../testing/tiny/absent-runtime.ts', import.meta.url).href

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'models-'))
})
afterEach(() => rm(folder, { recursive: true }))

interface Given {
  runtime?: string
  model?: string
  signal?: AbortSignal
  loading?: number
}

async function open(source: ModelSource, given: Given = {}) {
  const { log, lines } = recordedLog()
  const signal = given.signal ?? new AbortController().signal
  const clock = { monotonic: () => 0 }
  const { runtime = tinyRuntime, loading = 20_000 } = given
  const options = { model: given.model ?? model, source, log, clock, signal, runtime, limits: { loading } }
  const embedder = await openSentenceEmbedder(options)
  onTestFinished(() => embedder.close())
  return { embedder, lines }
}

describe('from the operator’s folder', () => {
  const fromFolder = (given?: Given) => open({ modelsFolder: folder }, given)
  const write = (changed: Record<string, string> = {}) => writeModel(join(folder, model), { ...files, ...changed })

  it('opens what is whole', async () => {
    await write()
    const { embedder } = await fromFolder()
    expect(await embedder.embed(['price'], quietContext())).toHaveLength(1)
  })

  it('says what is missing and what to do, and creates nothing', async () => {
    await expect(fromFolder()).rejects.toThrow(
      /tiny\/config\.json is missing; put config\.json, .* MODELS_DIR .*EMBEDDER=/,
    )
    expect(await readdir(folder)).toEqual([])
    await write()
    for (const path of Object.keys(files)) {
      await rm(join(folder, model, path))
      await expect(fromFolder()).rejects.toThrow(`${path} is missing`)
      await write()
    }
  })

  it.each([
    [
      'a JSON file cut short',
      { 'tokenizer.json': files['tokenizer.json']!.slice(0, 500) },
      /tokenizer.json is not a JSON/,
    ],
    ['a file that is empty', { 'config.json': '' }, /config.json is not a JSON object/],
    ['JSON of another kind', { 'tokenizer_config.json': '[]' }, /tokenizer_config.json is not a JSON object/],
    ['a config without a width', { 'config.json': '{}' }, /no hidden_size/],
    ['an object that is no tokenizer', { 'tokenizer.json': '{"a": 1}' }, /not those of a BERT/],
    ['weights cut short', { 'onnx/model_quantized.onnx': 'go' }, /can't be loaded as a model/],
    ['garbled weights', tinyModelFiles('noise'), /garbled/],
    ['weights of another width', tinyModelFiles('narrow'), /64 numbers for each token/],
    [
      'a file that is not what its digest says',
      { SHA256SUMS: `${'0'.repeat(64)}  ./onnx/model_quantized.onnx\n` },
      /model_quantized.onnx is not what SHA256SUMS says/,
    ],
    ['digests that are none', { SHA256SUMS: '<html>' }, /SHA256SUMS has a line that is no digest/],
    ['a file beyond all bounds', { 'config.json': ' '.repeat(1_100_000) }, /config.json is larger than 1 MB/],
  ])('refuses %s', async (_name, changed, message) => {
    await write(changed)
    await expect(fromFolder()).rejects.toThrow(message)
  })

  it('refuses what it can’t read', async () => {
    await write()
    await rm(join(folder, model, 'config.json'))
    await mkdir(join(folder, model, 'config.json'))
    await expect(fromFolder()).rejects.toThrow(/config\.json can't be read \(EISDIR\)/)
  })

  it('refuses where the runtime can’t be loaded', async () => {
    await write()
    await expect(fromFolder({ runtime: absentRuntime })).rejects.toThrow(
      /loaded on this platform \(.*ERR_DLOPEN_FAILED\)/,
    )
  })

  it.each(['../tiny', 'a/../b', '/etc', '', 'a/b/c', 'https://hub/a'])('refuses %o as an id', async (id) => {
    await expect(fromFolder({ model: id })).rejects.toThrow(/EMBEDDING_MODEL must be an id/)
  })

  it('gives up on a model that takes too long to load', async () => {
    await write(tinyModelFiles('stuck'))
    await expect(fromFolder({ loading: 300 })).rejects.toThrow(/died or took too long; set EMBEDDER=lexical/)
  })

  it('closes what it opened when it is stopped meanwhile', async () => {
    await write()
    await expect(fromFolder({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' })
  })
})

describe('from a hub', () => {
  const limits = { answer: 20_000, stall: 20_000, whole: 20_000 }

  async function hubThat(answer: Answer) {
    const hub = await loopbackHub(answer)
    onTestFinished(() => hub.close())
    const fromHub = (given?: Given, changed: Partial<typeof limits> = {}) =>
      open({ cacheFolder: folder, hub: `${hub.address}/`, limits: { ...limits, ...changed } }, given)
    return { ...hub, fromHub }
  }
  const inCache = () => readdir(join(folder, 'test'))

  it('downloads once', async () => {
    const { asked, fromHub } = await hubThat(serving(model, files))
    const { embedder, lines } = await fromHub()
    expect(await embedder.embed(['price'], quietContext())).toHaveLength(1)
    expect(lines.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'info: Downloading the sentence model, once',
      'info: The sentence model is downloaded',
    ])
    const again = await fromHub()
    expect(again.embedder.id).toBe(embedder.id)
    expect(again.lines).toEqual([])
    expect(asked).toEqual(asking.map((path) => `/${model}/resolve/main/${path}`))
    expect(await inCache()).toEqual(['tiny'])
  })

  it.each<[string, Record<string, string>]>([
    ['closes the connection after each file', { connection: 'close' }],
    ['does not say how long a file is', { 'transfer-encoding': 'chunked' }],
    ['keeps the connection', { connection: 'keep-alive' }],
  ])('downloads from one that %s', async (_name, headers) => {
    const { fromHub } = await hubThat((request, response) => {
      const path = request.url!.replace(`/${model}/resolve/main/`, '')
      response.writeHead(200, headers).end(path === 'config.json' ? files[path]!.padEnd(900_000) : files[path])
    })
    await fromHub()
    expect((await readFile(join(folder, model, 'config.json'), 'utf8')).length).toBe(900_000)
  })

  it('takes another client', async () => {
    const { asked, get } = clientWith(files)
    await open({ cacheFolder: folder, hub: 'https://hub.example', get })
    expect(asked).toEqual(asking.map((path) => `https://hub.example/${model}/resolve/main/${path}`))
  })

  it('follows redirects', async () => {
    const target = await hubThat(serving(model, files))
    const { fromHub } = await hubThat((request, response) =>
      response.writeHead(302, { location: `${target.address}${request.url}` }).end(),
    )
    await fromHub()
    expect(target.asked).toHaveLength(4)
  })

  it('lets several starts share one cache', async () => {
    const { fromHub } = await hubThat(serving(model, files))
    const opened = await Promise.all([fromHub(), fromHub(), fromHub()])
    expect(new Set(opened.map(({ embedder }) => embedder.id)).size).toBe(1)
    expect(await inCache()).toEqual(['tiny'])
  })

  it('replaces a kept model that is damaged or half there', async () => {
    const { fromHub } = await hubThat(serving(model, files))
    await writeModel(join(folder, model), tinyModelFiles('noise'))
    await fromHub()
    expect(await readFile(join(folder, model, 'onnx/model_quantized.onnx'), 'utf8')).toBe('good')
    await rm(join(folder, model, 'tokenizer.json'))
    await fromHub()
  })

  it('loads a kept model only as long as its files are what was downloaded', async () => {
    const { asked, fromHub } = await hubThat(serving(model, files))
    await fromHub()
    const kept = join(folder, model, 'config.json')
    await writeFile(kept, `${await readFile(kept, 'utf8')} `)
    const { lines } = await fromHub()
    expect(lines[0]).toMatchObject({
      fields: { reason: expect.stringMatching(/config\.json is not what SHA256SUMS says/) },
    })
    expect(asked).toHaveLength(8)
    expect(await readFile(kept, 'utf8')).toBe(files['config.json'])
  })

  it('removes at every start what killed downloads left, and leaves those that are under way', async () => {
    const { fromHub } = await hubThat(serving(model, files))
    await fromHub()
    const { pid: dead } = spawnSync(process.execPath, ['--version'])
    const own = `.download-${hostname().replaceAll(/[^\w.]/g, '_')}`
    const left = [`${own}-${dead}-a`, `${own}-${process.pid}-old`, '.download-elsewhere-1-old']
    const underWay = [`${own}-${process.pid}-new`, `${own}-${process.ppid}-a`, '.download-elsewhere-1-new']
    for (const name of [...left, ...underWay]) {
      await mkdir(join(folder, 'test', name))
      if (name.endsWith('old')) await utimes(join(folder, 'test', name), 1, 1)
    }
    await fromHub()
    expect(await inCache()).toEqual([...underWay, 'tiny'].toSorted())
  })

  it.each<[string, Answer, RegExp]>([
    ['refuses', (_request, response) => response.writeHead(403).end(), /config\.json answered 403; see that the hub/],
    ['hangs up', (request) => request.socket.destroy(), /can't be reached, or broke off \(ECONNRESET\)/],
    [
      'breaks off halfway',
      (request, response) =>
        response.writeHead(200, { 'content-length': 1000 }).write('{', () => request.socket.destroy()),
      /broke off/,
    ],
    [
      'sends pages',
      (_request, response) => response.end('<html>Log in</html>'),
      /gave something else: .*json is not a JSON/,
    ],
    ['sends noise', serving(model, tinyModelFiles('noise')), /garbled/],
    ['sends without end', (_request, response) => response.end(Buffer.alloc(2_000_000, 32)), /larger than any/],
    [
      'redirects to itself',
      (request, response) => response.writeHead(302, { location: request.url! }).end(),
      /config\.json redirects more than 5 times/,
    ],
    [
      'redirects to no address',
      (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      /redirects to what is no https address/,
    ],
  ])('gives up on one that %s, and keeps nothing', async (_name, answer, message) => {
    const { fromHub } = await hubThat(answer)
    await expect(fromHub()).rejects.toThrow(message)
    expect(await inCache()).toEqual([])
  })

  it.each<[string, Answer, Partial<typeof limits>, RegExp]>([
    ['hangs', () => {}, { answer: 300 }, /gave no answer for config\.json within 0\.3 s/],
    [
      'stops halfway',
      (_request, response) => response.writeHead(200, { 'content-length': 1000 }).write('{'),
      { stall: 300 },
      /stopped halfway through config\.json/,
    ],
  ])('gives up in time on one that %s, and keeps nothing', async (_name, answer, changed, message) => {
    const { fromHub } = await hubThat(answer)
    await expect(fromHub({}, changed)).rejects.toThrow(message)
    expect(await inCache()).toEqual([])
  })

  it('gives up when all of it takes too long', async () => {
    const drip: Answer = (_request, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
    }
    const { fromHub } = await hubThat(drip)
    await expect(fromHub({}, { whole: 200 })).rejects.toThrow(/didn't give all of its files within 0\.2 s/)
  })

  it('gives up on one that nobody answers for', async () => {
    const { fromHub, close } = await hubThat(() => {})
    await close()
    await expect(fromHub()).rejects.toThrow(/can't be reached, or broke off \(ECONNREFUSED\)/)
  })

  it('stops when it is told to', async () => {
    const caller = new AbortController()
    const { fromHub } = await hubThat(() => caller.abort())
    await expect(fromHub({ signal: caller.signal })).rejects.toMatchObject({ code: 'aborted' })
    expect(await inCache()).toEqual([])
  })

  it('downloads nothing where the runtime can’t be loaded', async () => {
    const { asked, fromHub } = await hubThat(serving(model, files))
    await expect(fromHub({ runtime: absentRuntime })).rejects.toThrow(/on this platform/)
    expect(asked).toEqual([])
  })

  it('says so where the cache can’t be written', async () => {
    const { fromHub } = await hubThat(serving(model, files))
    await writeFile(join(folder, 'test'), 'a file where a folder should be')
    await expect(fromHub()).rejects.toThrow(/(can't be written to|can't be replaced) \((EEXIST|ENOTDIR)\)/)
  })
})

const asking = ['config.json', 'tokenizer_config.json', 'tokenizer.json', 'onnx/model_quantized.onnx']

/** A client that has the files itself. */
function clientWith(content: Record<string, string>) {
  const asked: string[] = []
  const get: HttpGet = async (url) => {
    asked.push(url)
    return { status: 200, length: null, body: Readable.from([Buffer.from(content[url.split('/main/')[1]!]!)]) }
  }
  return { asked, get }
}
