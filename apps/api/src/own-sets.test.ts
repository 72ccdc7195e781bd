import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { evaluateIntents } from '@marketplace-agent/intent'
import { modelsForTests } from '@marketplace-agent/llm/testing'
import { evaluateAnswers, evaluateRetrieval } from '@marketplace-agent/rag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './config.ts'
import { openEmbedders, readSynonyms } from './knowledge.ts'
import { type TestApp, sharedCache, startTestApp } from './testing/test-app.ts'

/** The least figures on the project's own sets; they only rise. Those of what goes wrong are the most, and only fall. */
const floors = {
  words: {
    intents: { accuracy: 0.96, accuracy_alt: 0.97, macro_f1: 0.96, out_of_scope_recall: 0.85 },
    strangers: { accuracy: 0.92, accuracy_alt: 0.93, macro_f1: 0.92, out_of_scope_recall: 0.9 },
    /** Share of questions with the right document among the first three. */
    natural: 0.95,
    /** The same of a set whose words were chosen to be none of the documents'. */
    hard: 0.72,
    /** Share of questions that the documents don't answer, and to which nothing is given. */
    unanswerable: 0.79,
    /** Of the test half. */
    answers: { document_top_3: 0.88, quote_right: 0.62 },
    mistakes: { false_refusals: 0.06, false_answers: 0.48 },
    /** nDCG@10 of what the shop uses. */
    retrieval: { catalogue: 0.74, names: 0.89, faq: 0.71, passages: 0.67 },
  },
  vectors: {
    intents: { accuracy: 0.94, accuracy_alt: 0.95, macro_f1: 0.94, out_of_scope_recall: 0.85 },
    strangers: { accuracy: 0.94, accuracy_alt: 0.95, macro_f1: 0.94, out_of_scope_recall: 0.7 },
    natural: 0.95,
    hard: 0.79,
    unanswerable: 0.95,
    answers: { document_top_3: 0.92, quote_right: 0.78 },
    mistakes: { false_refusals: 0.07, false_answers: 0.37 },
    retrieval: { catalogue: 0.81, names: 0.88, faq: 0.93, passages: 0.82 },
  },
}

interface Question {
  readonly question: string
  readonly document?: string
  readonly documents?: readonly string[]
}

/** The documents of which any is right. */
const wantedBy = ({ document, documents = [] }: Question): readonly string[] =>
  document === undefined ? documents : [document]

const set = (name: string) => join(root, 'data/eval', name)
const linesOf = async (name: string) => (await readFile(set(name), 'utf8')).trim().split('\n')
const questionsOf = async (name: string) => (await linesOf(name)).map((line) => JSON.parse(line) as Question)

const models = modelsForTests('the own sets with MiniLM')
const environments = {
  words: { EMBEDDER: 'lexical' },
  vectors: { EMBEDDER: 'minilm', MODELS_DIR: models ?? '' },
}

describe.each(['words', 'vectors'] as const)('with %s', (name) => {
  describe.skipIf(name === 'vectors' && models === null)('the own sets', () => {
    const least = floors[name]
    let test: TestApp
    beforeAll(async () => {
      test = await startTestApp({ environment: environments[name] })
      await test.services.settled
    }, 300_000)
    afterAll(() => test.stop())

    function reaches(what: string, value: number, floor: number) {
      process.stdout.write(`own sets with ${name}: ${what} ${value.toFixed(3)}\n`)
      expect(value, what).toBeGreaterThanOrEqual(floor)
    }

    it.each(['intents', 'strangers'] as const)('understand messages: %s', async (which) => {
      const lines = await linesOf(which === 'intents' ? 'intents.jsonl' : 'intents-strangers.jsonl')
      const report = await evaluateIntents(lines, test.services.understander)
      expect(report.messages).toBe(lines.length)
      expect(report.classifier).toBe(name === 'words' ? 'ngram' : 'cascade')
      for (const [figure, floor] of Object.entries(least[which]))
        reaches(`${which} ${figure}`, report[figure as keyof (typeof least)[typeof which]] ?? 0, floor)
    })

    it.each([
      ['questions-natural.jsonl', least.natural],
      ['questions.jsonl', least.hard],
    ])('%s: find the right document among the first three', async (file, floor) => {
      const questions = await questionsOf(file)
      const documents = new Set(questions.flatMap(wantedBy))
      expect(questions).toHaveLength(150)
      expect(documents.size).toBe(24)
      let right = 0
      for (const one of questions) {
        const wanted = wantedBy(one)
        const passages = await test.services.retriever.retrieve(one.question, {}, test.context)
        if (passages.some(({ chunk }) => wanted.includes(chunk.documentId))) right++
      }
      reaches(file, right / questions.length, floor)
    })

    it('give nothing to what the documents do not answer', async () => {
      const questions = await questionsOf('unanswerable.jsonl')
      expect(questions).toHaveLength(60)
      let quiet = 0
      for (const { question } of questions) {
        if ((await test.services.retriever.retrieve(question, {}, test.context)).length === 0) quiet++
      }
      reaches('unanswerable', quiet / questions.length, least.unanswerable)
    })

    it('answer the test half of the answers', async () => {
      const lines = await linesOf('answers/questions.jsonl')
      const { splits } = await evaluateAnswers(lines, test.services.retriever, { log: test.context.log })
      const half = splits['test']
      expect(half).toMatchObject({ answerable: 100, unanswerable: 100 })
      for (const [figure, floor] of Object.entries(least.answers))
        reaches(`answers ${figure}`, half?.[figure as keyof typeof least.answers] ?? 0, floor)
      for (const [figure, most] of Object.entries(least.mistakes))
        reaches(`answers without ${figure}`, 1 - (half?.[figure as keyof typeof least.mistakes] ?? 1), 1 - most)
    })

    it.each(Object.entries(least.retrieval))(
      'rank the documents of %s',
      { timeout: 300_000 },
      async (folder, floor) => {
        const { config, log } = test.services
        const embedders = openEmbedders(config, log)
        try {
          const report = await evaluateRetrieval(set(`retrieval/${folder}`), {
            embedder: (await embedders.better) ?? embedders.first,
            synonyms: await readSynonyms(config),
            vectorCache: join(root, sharedCache, 'evaluation'),
            log,
          })
          reaches(`${folder} nDCG@10`, report.reranked.ndcg_10, floor)
          expect(report.reranked.ndcg_10).toBeGreaterThan(report.bm25.ndcg_10)
          if (report.dense !== null) expect(report.reranked.ndcg_10).toBeGreaterThanOrEqual(report.dense.ndcg_10)
        } finally {
          await embedders.close()
        }
      },
    )
  })
})
