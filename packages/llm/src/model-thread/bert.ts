import { Tokenizer } from '@huggingface/tokenizers'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { ModelFault } from './model-fault.ts'
import type { ModelContents } from './model-folder.ts'
import type { OnnxRuntime } from './thread-model.ts'

/** Tokenizer and weights of a BERT, whatever its last layer gives. */
export interface Bert {
  readonly tokenizer: Tokenizer
  /** The tokens that stand around a text: [CLS] and [SEP]. */
  readonly marks: readonly number[]
  /** The first output for one sequence; `segments` says of each token which of the texts it is of, counted from 0. */
  run(ids: readonly number[], segments: readonly number[]): Promise<Tensor | undefined>
  close(): Promise<void>
}

const fatal = 4

/** Loads tokenizer and weights; blocks for as long as that takes. Throws ModelFault. */
export async function openBert(runtime: OnnxRuntime, contents: ModelContents): Promise<Bert> {
  const { tokenizer, marks } = openTokenizer(contents)
  const session = await openSession(runtime, contents)
  const output = session.outputNames[0]!
  return {
    tokenizer,
    marks,
    async run(ids, segments) {
      const outputs = await session.run(feedsFor(runtime, session.inputNames, ids, segments))
      return outputs[output]
    },
    close: () => session.release(),
  }
}

function openTokenizer({ tokenizer: json, tokenizerConfig }: ModelContents) {
  try {
    const tokenizer = new Tokenizer(json, tokenizerConfig)
    return { tokenizer, marks: tokenizer.encode('').ids }
  } catch {
    throw new ModelFault('damaged', 'tokenizer.json and tokenizer_config.json are not those of a BERT')
  }
}

async function openSession(
  { InferenceSession, env }: OnnxRuntime,
  { weights, weightsPath }: ModelContents,
): Promise<InferenceSession> {
  // Whatever it would write of a failed inference holds token ids, which are the customer's words.
  env.logLevel = 'fatal'
  try {
    return await InferenceSession.create(weights, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: fatal,
    })
  } catch {
    throw new ModelFault('damaged', `${weightsPath} can't be loaded as a model`)
  }
}

function feedsFor(
  { Tensor }: OnnxRuntime,
  inputNames: readonly string[],
  ids: readonly number[],
  segments: readonly number[],
) {
  const row = (values: readonly number[]) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
  return Object.fromEntries(
    inputNames.map((name) => {
      switch (name) {
        case 'input_ids':
          return [name, row(ids)]
        case 'attention_mask':
          return [name, row(ids.map(() => 1))]
        case 'token_type_ids':
          return [name, row(segments)]
        default:
          throw new ModelFault('damaged', 'the weights are not those of a BERT (unknown input)')
      }
    }),
  )
}
