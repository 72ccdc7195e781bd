import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

const split = (text: string) =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it.each([
    ['It works. It is fast! Is it new? Yes.', ['It works.', 'It is fast!', 'Is it new?', 'Yes.']],
    ['USB 3.2 Gen 2 has 10.5 Gbps. v2.0 is out.', ['USB 3.2 Gen 2 has 10.5 Gbps.', 'v2.0 is out.']],
    ['Use a cable, e.g. ours, i.e. a short one. Then go.', ['Use a cable, e.g. ours, i.e. a short one.', 'Then go.']],
    ['Ask Dr. Smith. He knows.', ['Ask Dr. Smith.', 'He knows.']],
    ['See fig. 3 and No. 5, approx. 2 m. Done.', ['See fig. 3 and No. 5, approx. 2 m.', 'Done.']],
    [
      'Open 9 a.m. to 5 p.m. Monday to Friday. Closed on Sunday.',
      ['Open 9 a.m. to 5 p.m. Monday to Friday.', 'Closed on Sunday.'],
    ],
    ['We close at 5 p.m. Orders wait.', ['We close at 5 p.m.', 'Orders wait.']],
    ['Cables, cases etc. are extra.', ['Cables, cases etc. are extra.']],
    ['Write to help@shop.example. We answer.', ['Write to help@shop.example.', 'We answer.']],
    ['See www.shop.example/returns. Bring it back.', ['See www.shop.example/returns.', 'Bring it back.']],
    ['He said "Stop." Then he left.', ['He said "Stop."', 'Then he left.']],
    ['**Note.** Keep it dry.', ['**Note.**', 'Keep it dry.']],
    ['Wait... it may take a while. Really?! Yes…', ['Wait... it may take a while.', 'Really?!', 'Yes…']],
    ['It charges iPads. iPads are heavy.', ['It charges iPads.', 'iPads are heavy.']],
    ['J. R. Example made it. Nice.', ['J. R. Example made it.', 'Nice.']],
    ['1. Unplug it. 2. Wait.', ['1. Unplug it.', '2. Wait.']],
    ['保証は二年です。返品はできません！', ['保証は二年です。', '返品はできません！']],
    ['One line\ngoes on here. Another\none.', ['One line\ngoes on here.', 'Another\none.']],
    ['no end', ['no end']],
    [' \n ', []],
  ])('%j', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it('keeps to the stretch it is given', () => {
    const text = 'Before. Inside one. Inside two. After.'
    const span = { start: 8, end: 31 }
    expect(splitSentences(text, span).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Inside one.',
      'Inside two.',
    ])
  })
})
