import { EnsembleRetriever } from '@langchain/classic/retrievers/ensemble'
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { BM25Retriever } from '@langchain/community/retrievers/bm25'
import { Document } from '@langchain/core/documents'
import type { CallContext, ShopDocument } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { openEmbedders, readSynonyms } from '../knowledge.ts'
import { type Services, openPassages } from '../services.ts'
import { at, microsecondsByTurns } from './microseconds.ts'
import { mix } from './mix.ts'

export interface RetrievalRow {
  readonly retriever: string
  readonly microseconds: number
  /** Time against the first row's. */
  readonly ratio: number
}

const passages = 100
const wanted = 3

/** A hundred paragraphs of the shop's documents, each a document of its own, so that every peer has the same hundred chunks. */
function paragraphs(documents: readonly ShopDocument[]): ShopDocument[] {
  const texts = documents
    .flatMap(({ text }) => text.split(/\n{2,}/))
    .filter((text) => text.length > 60 && text.length < 450)
  if (texts.length < passages) throw new Error(`The shop has ${texts.length} paragraphs; ${passages} are needed.`)
  return texts.slice(0, passages).map((text, index) => ({ id: `p${index}`, title: `P${index}`, kind: 'faq', text }))
}

async function langChain(documents: readonly ShopDocument[], embedder: Embedder, context: CallContext) {
  const embed = async (texts: string[]) => (await embedder.embed(texts, context)).map((vector) => [...vector])
  const embeddings = {
    embedDocuments: embed,
    embedQuery: async (text: string) => (await embed([text]))[0] ?? [],
  }
  const docs = documents.map(({ id, text }) => new Document({ pageContent: text, metadata: { id } }))
  const store = await MemoryVectorStore.fromDocuments(docs, embeddings)
  return new EnsembleRetriever({
    retrievers: [BM25Retriever.fromDocuments(docs, { k: wanted }), store.asRetriever(wanted)],
    weights: [0.5, 0.5],
  })
}

/** Our hybrid retrieval and LangChain.js's ensemble of BM25 and vectors, with one embedder over the same chunks. */
export async function measureRetrieval(services: Services): Promise<RetrievalRow[]> {
  const { config, log, retriever } = services
  const context: CallContext = { signal: new AbortController().signal, deadline: Infinity, degrade: () => {}, log }
  const documents = paragraphs(retriever.documents())
  const questions = mix['document'] ?? []
  const retrievers: { readonly name: string; readonly calls: number; call(index: number): Promise<unknown> }[] = []
  const synonyms = await readSynonyms(config)
  const embedder = openEmbedders({ ...config, embedder: 'lexical' }, log).first
  for (const vectors of ['auto', 'exact'] as const) {
    const mine = await openPassages({ embedder, synonyms, documents, folder: null, vectors, log })
    const { adapter } = await mine.status(context)
    retrievers.push({
      name: `hybrid, ${adapter}`,
      calls: 100,
      call: (index) => mine.retrieve(at(questions, index), { limit: wanted }, context),
    })
  }
  const ensemble = await langChain(documents, embedder, context)
  retrievers.push({
    name: 'LangChain.js EnsembleRetriever (BM25Retriever, MemoryVectorStore)',
    calls: 10,
    call: (index) => ensemble.invoke(at(questions, index)),
  })
  const times = await microsecondsByTurns(retrievers)
  const first = times[0] ?? Number.NaN
  return times.map((time, i) => ({ retriever: at(retrievers, i).name, microseconds: time, ratio: time / first }))
}
