import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { OperatorError } from '@marketplace-agent/domain'
import { type Secrets, tokenSecret } from './identity/secret.ts'
import {
  type Settings,
  httpAddress,
  modelId,
  oneOf,
  optionalInstant,
  optionalText,
  origins,
  readSettings,
  text,
  trustProxy,
  wholeNumber,
} from './settings.ts'

/** The repository's root: relative paths in settings start here. */
export const root = resolve(import.meta.dirname, '../../..')

interface Values {
  HOST: string
  PORT: number
  SHOP_DIR: string
  LANGUAGE_DIR: string
  WEB_DIR: string
  STATE_DIR: string
  CACHE_DIR: string | null
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  LOG_FORMAT: 'auto' | 'json' | 'pretty'
  CORS_ORIGINS: '*' | string[]
  TRUST_PROXY: boolean | number | string[]
  RATE_LIMIT: number
  STAFF_TOKEN: string | null
  TOKEN_SECRET: Secrets | null
  SMTP_URL: string | null
  MAIL_FROM: string | null
  SHOP_CLOCK: Date | null
  TOOL_DEADLINE_MS: number
  SHUTDOWN_SECONDS: number
  KEEP_TURNS: 'on' | 'off'
  KEEP_TURNS_DAYS: number
  EMBEDDER: 'auto' | 'minilm' | 'lexical'
  EMBEDDING_MODEL: string
  MODELS_DIR: string | null
  MODEL_HUB: string
  RERANKER_DIR: string | null
  VECTOR_INDEX: 'auto' | 'faiss' | 'exact'
  CHUNK_SIZE: number
  CHUNK_OVERLAP: number
}

/** Every setting there is; README.md lists the same, and a test compares the two. */
export const settings: Settings<Values> = {
  HOST: text('127.0.0.1', 'address to listen on; 0.0.0.0 for all'),
  PORT: wholeNumber(0, 65_535)('3000', 'port to listen on; 0 takes a free one'),
  SHOP_DIR: text('./data/shop', "the shop's folder"),
  LANGUAGE_DIR: text('./data/language/en', 'the folder of the language data'),
  WEB_DIR: text('./apps/web/dist', 'the built web app, served at /; where it is missing the API is all there is'),
  STATE_DIR: text('./var', 'where records are kept'),
  CACHE_DIR: optionalText(
    '',
    'where what can be made again is kept (classifier, passage vectors); STATE_DIR/cache without it',
  ),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')('info', 'least level that is logged'),
  LOG_FORMAT: oneOf('auto', 'json', 'pretty')('auto', 'auto is pretty on a terminal, else JSON lines'),
  CORS_ORIGINS: origins('', 'origins of web pages that may call the API, by commas; * for all'),
  TRUST_PROXY: trustProxy('false', 'proxies whose X-Forwarded-For is believed: true, false, hops or addresses'),
  RATE_LIMIT: wholeNumber(0, 1_000_000)('300', 'requests a minute from one address; 0 is off'),
  STAFF_TOKEN: optionalText('', 'bearer token of the staff routes; they are closed without it'),
  TOKEN_SECRET: tokenSecret(
    '',
    'secrets of 32 characters or more, by commas, that sign proofs: the first signs, all verify; one is made in STATE_DIR without it',
  ),
  SMTP_URL: optionalText(
    '',
    'server that letters to customers go to (smtp://user:pass@host:587); files in STATE_DIR/mail without it',
  ),
  MAIL_FROM: optionalText('', "sender of letters (Shop <shop@shop.example>); the shop's name and contact without it"),
  SHOP_CLOCK: optionalInstant('', "an instant where the shop's clock starts; dates then stay as written"),
  TOOL_DEADLINE_MS: wholeNumber(1, 600_000)('3000', 'how long one tool may take before its part is given up'),
  SHUTDOWN_SECONDS: wholeNumber(0, 600)('10', 'how long requests in flight may go on at the end'),
  KEEP_TURNS: oneOf('on', 'off')(
    'on',
    'whether messages that were unsure, corrected or handed over are kept, without personal data, to evaluate with',
  ),
  KEEP_TURNS_DAYS: wholeNumber(0, 3650)('90', 'for how many days at most; 0 keeps none'),
  EMBEDDER: oneOf(
    'auto',
    'minilm',
    'lexical',
  )(
    'auto',
    'what texts are compared by: auto is MiniLM where it can be had, lexical until then and without; minilm does not start without; lexical needs no model',
  ),
  EMBEDDING_MODEL: modelId('sentence-transformers/all-MiniLM-L6-v2', 'the sentence model, as a hub names it'),
  MODELS_DIR: optionalText(
    '',
    'a folder of models (MODELS_DIR/EMBEDDING_MODEL/onnx/…); without it the model is downloaded once to CACHE_DIR',
  ),
  MODEL_HUB: httpAddress('https://huggingface.co', 'where models are downloaded from'),
  RERANKER_DIR: optionalText(
    '',
    'the folder of a cross-encoder (onnx/…, tokenizer.json, config.json) that puts passages in order; by features without it',
  ),
  VECTOR_INDEX: oneOf('auto', 'faiss', 'exact')('auto', 'auto is FAISS where it loads, else exact search'),
  CHUNK_SIZE: wholeNumber(100, 10_000)('500', 'characters in a chunk of a document, at most'),
  CHUNK_OVERLAP: wholeNumber(0, 5_000)('50', 'characters that neighbouring chunks share, at most'),
}

export interface Config {
  readonly host: string
  readonly port: number
  readonly shopFolder: string
  readonly languageFolder: string
  readonly webFolder: string
  readonly stateFolder: string
  readonly cacheFolder: string
  readonly logLevel: Values['LOG_LEVEL']
  readonly logFormat: Values['LOG_FORMAT']
  readonly corsOrigins: '*' | readonly string[]
  readonly trustProxy: boolean | number | string[]
  readonly rateLimit: number
  readonly staffToken: string | null
  readonly tokenSecret: Secrets | null
  readonly smtpUrl: string | null
  readonly mailFrom: string | null
  readonly shopClock: Date | null
  readonly toolDeadline: number
  readonly shutdownSeconds: number
  readonly keepTurns: boolean
  /** Days. */
  readonly keepTurnsDays: number
  readonly embedder: Values['EMBEDDER']
  readonly embeddingModel: string
  readonly modelsFolder: string | null
  readonly modelHub: string
  readonly rerankerFolder: string | null
  readonly vectorIndex: Values['VECTOR_INDEX']
  readonly chunking: { readonly size: number; readonly overlap: number }
}

/** The settings of an environment as the code takes them; folders become absolute. Throws OperatorError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const values = readSettings(settings, environment)
  if (values.CHUNK_OVERLAP * 2 > values.CHUNK_SIZE) {
    throw new OperatorError(
      `CHUNK_OVERLAP is ${values.CHUNK_OVERLAP} but must be at most half of CHUNK_SIZE (${values.CHUNK_SIZE}).`,
    )
  }
  return {
    host: values.HOST,
    port: values.PORT,
    shopFolder: resolve(root, values.SHOP_DIR),
    languageFolder: resolve(root, values.LANGUAGE_DIR),
    webFolder: resolve(root, values.WEB_DIR),
    stateFolder: resolve(root, values.STATE_DIR),
    cacheFolder: values.CACHE_DIR === null ? resolve(root, values.STATE_DIR, 'cache') : resolve(root, values.CACHE_DIR),
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT,
    corsOrigins: values.CORS_ORIGINS,
    trustProxy: values.TRUST_PROXY,
    rateLimit: values.RATE_LIMIT,
    staffToken: values.STAFF_TOKEN,
    tokenSecret: values.TOKEN_SECRET,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    shopClock: values.SHOP_CLOCK,
    toolDeadline: values.TOOL_DEADLINE_MS,
    shutdownSeconds: values.SHUTDOWN_SECONDS,
    keepTurns: values.KEEP_TURNS === 'on',
    keepTurnsDays: values.KEEP_TURNS_DAYS,
    embedder: values.EMBEDDER,
    embeddingModel: values.EMBEDDING_MODEL,
    modelsFolder: values.MODELS_DIR === null ? null : resolve(root, values.MODELS_DIR),
    modelHub: values.MODEL_HUB,
    rerankerFolder: values.RERANKER_DIR === null ? null : resolve(root, values.RERANKER_DIR),
    vectorIndex: values.VECTOR_INDEX,
    chunking: { size: values.CHUNK_SIZE, overlap: values.CHUNK_OVERLAP },
  }
}

/** The process's environment over the file `.env` in the root. */
export function environment(): Record<string, string | undefined> {
  let file: Record<string, string | undefined> = {}
  try {
    file = parseEnv(readFileSync(join(root, '.env'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new OperatorError(`.env can't be read (${(error as Error).message}); mend it or remove it.`)
    }
  }
  return { ...file, ...process.env }
}

/** Where the user stands: paths given to a command start here. */
export const callerFolder = () => process.env['INIT_CWD'] ?? process.cwd()
