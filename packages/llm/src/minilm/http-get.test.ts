import { type AddressInfo, type Socket, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loopbackHub } from '../testing/loopback-hub.ts'
import { httpGet } from './http-get.ts'

/** A server that writes what it is told to each connection that asks something; its address. */
async function rawServer(answer: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => answer(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`
}

const never = new AbortController().signal
const large = Buffer.alloc(3_000_000, 'a')

/** Reads as a slow disk would let it. */
async function sizeOf(url: string, signal = never): Promise<number> {
  const { body } = await httpGet(url, signal)
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    await setTimeout(3)
    size += chunk.length
  }
  return size
}

describe('a body that is read more slowly than it is sent', () => {
  it.each([
    ['HTTP/1.0 without a length', 'HTTP/1.0 200 OK\r\n\r\n'],
    ['HTTP/1.0 with a length', `HTTP/1.0 200 OK\r\nContent-Length: ${large.length}\r\n\r\n`],
    ['HTTP/1.1 that closes', `HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: ${large.length}\r\n\r\n`],
  ])('is had whole by %s', async (_name, head) => {
    const url = await rawServer((socket) => {
      socket.write(head)
      socket.end(large)
    })
    expect(await sizeOf(url)).toBe(large.length)
  })

  it('fails where it is cut short', async () => {
    const url = await rawServer((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${large.length + 1}\r\n\r\n`)
      socket.end(large)
    })
    await expect(sizeOf(url)).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  it('may be left unread', async () => {
    const gone = Promise.withResolvers<void>()
    const url = await rawServer((socket) => {
      socket.once('close', () => gone.resolve())
      socket.write('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      socket.end(large)
    })
    const { status, body } = await httpGet(url, never)
    body.destroy()
    await gone.promise
    expect(status).toBe(403)
  })
})

it('gives status, length and body, and asks for no compression', async () => {
  const hub = await loopbackHub((request, response) => {
    response
      .writeHead(404, { 'content-length': 4 })
      .end(request.headers['accept-encoding'] === 'identity' ? 'none' : '')
  })
  onTestFinished(() => hub.close())
  const { status, length, body } = await httpGet(`${hub.address}/a`, never)
  expect([status, length, String(await body.toArray())]).toEqual([404, 4, 'none'])
})

it('follows redirects to where they lead, seen from where they are', async () => {
  const hub = await loopbackHub((request, response) => {
    if (request.url === '/a/file') response.writeHead(307, { location: 'other' }).end('elsewhere')
    else response.end('here')
  })
  onTestFinished(() => hub.close())
  const { body } = await httpGet(`${hub.address}/a/file`, never)
  expect(String(await body.toArray())).toBe('here')
  expect(hub.asked).toEqual(['/a/file', '/a/other'])
})

it('stops when it is told to, before an answer and in the middle of one', async () => {
  const silent = new AbortController()
  const hanging = await rawServer(() => silent.abort())
  await expect(httpGet(hanging, silent.signal)).rejects.toMatchObject({ name: 'AbortError' })

  const halfway = new AbortController()
  const url = await rawServer((socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'))
  const { body } = await httpGet(url, halfway.signal)
  const rest = body.toArray()
  halfway.abort()
  await expect(rest).rejects.toThrow('aborted')
})

it('asks again over a new connection where the kept one was ended', async () => {
  let connections = 0
  const url = await rawServer((socket) => {
    connections++
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
    socket.once('data', () => socket.destroy())
  })
  for (let count = 0; count < 2; count++) expect(await sizeOf(url)).toBe(2)
  expect(connections).toBe(2)
})
