import { evaluateAnswers } from '@marketplace-agent/rag'
import { openKnowledge } from '../../knowledge.ts'
import { answersTable } from '../eval-tables.ts'
import { type Evaluation, readTextFile, setOf } from './evaluation.ts'

export const answers: Evaluation = {
  usage: `answers FILE.jsonl     {question, documents?, answer?, split?} a line, about the shop's documents`,
  async run({ config, paths: [file = ''], log, progress }) {
    const text = await readTextFile(file)
    const knowledge = await openKnowledge(config, log)
    try {
      await knowledge.settled
      const report = await evaluateAnswers(text.split('\n'), knowledge.retriever, {
        log,
        file,
        onProgress: progress('questions'),
      })
      return { report, set: setOf(text), table: () => answersTable(report) }
    } finally {
      await knowledge.close()
    }
  },
}
