import { expect, it } from 'vitest'
import { createChannel } from './channel.ts'

async function take<T>(channel: AsyncIterable<T>) {
  const taken: T[] = []
  for await (const value of channel) taken.push(value)
  return taken
}

it('gives what was pushed before and after the taking began, in order', async () => {
  const channel = createChannel<number>()
  channel.push(1)
  const taken = take(channel)
  await Promise.resolve()
  channel.push(2)
  channel.push(3)
  channel.end()
  expect(await taken).toEqual([1, 2, 3])
})

it('throws what it failed with, after what was pushed', async () => {
  const channel = createChannel<number>()
  channel.push(1)
  channel.fail(new Error('broken'))
  const seen: number[] = []
  await expect(async () => {
    for await (const value of channel) seen.push(value)
  }).rejects.toThrow('broken')
  expect(seen).toEqual([1])
})
