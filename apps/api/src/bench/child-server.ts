import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface ChildServer {
  readonly address: string
  stop(): Promise<void>
}

/** Starts a server in a process of its own; its first line of output has to hold its address. */
export async function startChild(
  environment: Readonly<Record<string, string>>,
  ...command: readonly [script: string, ...rest: readonly string[]]
): Promise<ChildServer> {
  const child: ChildProcess = spawn(process.execPath, command, {
    env: { NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output = child.stdout
  if (output === null) throw new Error('The child has no output.')
  const [line] = (await once(createInterface({ input: output }), 'line')) as [string]
  const address = /http:\/\/[\w.:[\]]+/.exec(line)?.[0]
  if (address === undefined) throw new Error(`The child said "${line}" instead of its address.`)
  return {
    address,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
