import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, CodedError } from '@marketplace-agent/domain'
import { createTransport } from 'nodemailer'
import { letterName } from './letter-name.ts'
import { messageOf } from './message.ts'
import type { Mailer } from './port.ts'

export interface FileMailerOptions {
  readonly folder: string
  readonly clock: Clock
}

/** Puts a whole file in its place, so that it is there or not after whatever happens; readable by this user alone. */
async function putFile(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.${name}.tmp`)
  {
    await using file = await open(draft, 'w', 0o600)
    await file.writeFile(content)
    await file.sync()
  }
  await rename(draft, join(folder, name))
  await using directory = await open(folder, 'r')
  await directory.sync()
}

/** A letter is a file (RFC 5322) named for its id; the same letter once more is the same file. */
export function createFileMailer({ folder, clock }: FileMailerOptions): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  let last: 'none' | 'delivered' | 'failed' = 'none'

  return {
    async send(mail, { signal }) {
      if (signal.aborted) throw new CodedError('aborted', 'The letter was given up.')
      try {
        const { message } = await composer.sendMail(messageOf(mail, clock.now()))
        await putFile(folder, `${letterName(mail.id)}.eml`, message as Buffer)
        last = 'delivered'
      } catch (error) {
        last = 'failed'
        if (error instanceof CodedError) throw error
        const { code } = error as NodeJS.ErrnoException
        throw new CodedError('unavailable', `The folder of the letters can't be written (${code}).`)
      }
    },
    status: async () => ({ adapter: 'file', last }),
    close: async () => composer.close(),
  }
}
