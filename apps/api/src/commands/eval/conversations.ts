import { loadShop } from '@marketplace-agent/catalog'
import { OperatorError } from '@marketplace-agent/domain'
import { createLogger } from '../../logger.ts'
import { readScripts } from '../../evaluation/conversation-script.ts'
import { evaluateConversations } from '../../evaluation/evaluate-conversations.ts'
import { conversationTable } from '../eval-tables.ts'
import { type Evaluation, setOf } from './evaluation.ts'

function runsOf(text = '1'): number {
  const runs = Number(text)
  if (!Number.isInteger(runs) || runs < 1 || runs > 100) throw new OperatorError('--runs takes a number from 1 to 100.')
  return runs
}

export const conversations: Evaluation = {
  usage: `conversations FOLDER [--runs K]     scripts *.json (docs/evaluation.md)`,
  async run({ config, paths: [folder = ''], options, progress }) {
    const runs = runsOf(options.runs)
    const scripts = await readScripts(folder)
    const { settings } = await loadShop(config.shopFolder)
    // The day that the project's own conversations were written for, where no clock is set.
    const { anchor_date } = settings
    const start = anchor_date === undefined ? null : new Date(`${anchor_date}T12:00:00Z`)
    const report = await evaluateConversations(scripts, {
      config: { ...config, shopClock: config.shopClock ?? start },
      log: createLogger({ logLevel: 'silent', logFormat: 'json' }),
      runs,
      onProgress: progress('conversations'),
    })
    return { report, set: setOf(JSON.stringify(scripts)), table: () => conversationTable(report) }
  },
}
