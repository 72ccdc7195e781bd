import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LoopbackHub {
  readonly address: string
  /** Paths that were asked for. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on loopback that answers as it is told. */
export async function loopbackHub(answer: Answer): Promise<LoopbackHub> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Answers with the files of a repository, by their paths. */
export const serving =
  (repository: string, files: Record<string, string | Uint8Array>): Answer =>
  (request, response) => {
    const file = files[request.url!.replace(`/${repository}/resolve/main/`, '')]
    if (file === undefined) response.writeHead(404).end('Entry not found')
    else response.writeHead(200, { 'content-length': Buffer.byteLength(file) }).end(file)
  }
