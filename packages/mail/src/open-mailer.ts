import type { Clock } from '@marketplace-agent/domain'
import { createFileMailer } from './file-mailer.ts'
import type { Mailer } from './port.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

export interface MailerOptions {
  /** null: letters are files in `folder`. */
  readonly smtpUrl: string | null
  readonly folder: string
  readonly clock: Clock
}

/** The mailer of the settings; a mail server need not be up yet. Throws OperatorError for a URL that is none. */
export const openMailer = async ({ smtpUrl, folder, clock }: MailerOptions): Promise<Mailer> =>
  smtpUrl === null ? createFileMailer({ folder, clock }) : createSmtpMailer({ url: smtpUrl, clock })
