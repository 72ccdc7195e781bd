const marks = { '[PAD]': 0, '[UNK]': 1, '[CLS]': 2, '[SEP]': 3 }

/** The files of a BERT's tokenizer with these words (numbers from 4 on); one that it doesn't know is [UNK]. */
export function tinyTokenizerFiles(vocab: Readonly<Record<string, number>>): Record<string, string> {
  const mark = (content: keyof typeof marks) => ({ id: marks[content], content, special: true, normalized: false })
  const tokenizer = {
    added_tokens: [mark('[UNK]'), mark('[CLS]'), mark('[SEP]')],
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
        { Sequence: { id: 'B', type_id: 1 } },
        { SpecialToken: { id: '[SEP]', type_id: 1 } },
      ],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: { ...marks, ...vocab },
    },
  }
  return {
    'tokenizer_config.json': JSON.stringify({ tokenizer_class: 'BertTokenizer', unk_token: '[UNK]' }),
    'tokenizer.json': JSON.stringify(tokenizer),
  }
}
