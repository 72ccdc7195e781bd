import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { type RequestListener, createServer } from 'node:http'
import { type AddressInfo, type Server as NetServer, createServer as createNetServer } from 'node:net'
import { OperatorError } from '@marketplace-agent/domain'
import type { Config } from './config.ts'

type Place = Pick<Config, 'host' | 'port'>

const faults: Readonly<Record<string, (place: Place) => string>> = {
  EADDRINUSE: ({ host, port }) =>
    `Port ${port} on ${host} is taken; end what uses it, or set PORT to another (0 takes a free one).`,
  EADDRNOTAVAIL: ({ host }) =>
    `HOST is ${host}, which is no address of this machine; 127.0.0.1 or 0.0.0.0 always works.`,
  ENOTFOUND: ({ host }) => `HOST is ${host}, which is no address of this machine; 127.0.0.1 or 0.0.0.0 always works.`,
  EACCES: ({ port }) => `This user may not listen on port ${port}; set PORT to one above 1023.`,
}

/** Where requests are taken. It listens before there is anything to answer with. */
export interface Listener {
  /** Such as `http://127.0.0.1:3000`; one of this machine where it listens on all. */
  readonly address: string
  /** Who answers the requests that come from now on, over connections old and new. */
  answerWith(handler: RequestListener): void
  /** Takes no more connections; done when the requests in flight are answered. */
  close(): Promise<void>
}

async function listen(server: NetServer, place: Place): Promise<AddressInfo> {
  server.listen(place)
  try {
    await once(server, 'listening')
  } catch (error) {
    const fault = faults[(error as NodeJS.ErrnoException).code ?? '']
    throw fault === undefined ? error : new OperatorError(fault(place), { cause: error })
  }
  return server.address() as AddressInfo
}

const close = (server: NetServer) => new Promise<void>((resolve) => server.close(() => resolve()))

function urlOf({ address, port }: AddressInfo): string {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

/** Listens at HOST and PORT. Throws OperatorError where that can't be. */
export async function openListener(place: Place, handler: RequestListener): Promise<Listener> {
  let answer = handler
  let inFlight = 0
  const server = createServer({ requestTimeout: 30_000, keepAliveTimeout: 72_000 }, (request, response) => {
    inFlight++
    response.once('close', () => inFlight--)
    answer(request, response)
  })
  const servers: NetServer[] = [server]
  // `localhost` is an IPv4 and an IPv6 address on most machines, and some clients try only one of them.
  const [host = place.host, ...others] =
    place.host === 'localhost' ? (await lookup(place.host, { all: true })).map(({ address }) => address) : []
  const address = await listen(server, { ...place, host })
  for (const other of others) {
    const second = createNetServer((socket) => server.emit('connection', socket))
    await listen(second, { host: other, port: address.port }).then(
      () => servers.push(second),
      () => {},
    )
  }
  return {
    address: urlOf(address),
    answerWith(next) {
      answer = next
    },
    async close() {
      // Connections that a client keeps open, with or without a request so far, would hold up the end.
      const sweep = setInterval(() => {
        if (inFlight === 0) server.closeAllConnections()
      }, 50)
      await Promise.all(servers.map(close))
      clearInterval(sweep)
    },
  }
}
