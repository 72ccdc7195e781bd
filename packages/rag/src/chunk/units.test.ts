import { describe, expect, it } from 'vitest'
import { readUnits } from './units.ts'

const read = (text: string) => readUnits(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

describe('readUnits', () => {
  it('reads headings, sentences and lists', () => {
    expect(
      read(
        '# Returns #\n\nSend it back. It is free.\nReally.\n\nYou need:\n\n1. the box,\n   with its papers\n2) the label\n- [x] *tape*\n',
      ),
    ).toEqual([
      'heading: # Returns #',
      'sentence: Send it back.',
      'sentence: It is free.',
      'sentence: Really.',
      'sentence: You need:',
      'item: the box,\n   with its papers',
      'item: the label',
      'item: *tape*',
    ])
  })

  it('gives the words of headings, underlined ones too', () => {
    const headings = readUnits('## How? ##\n\nSo.\n\nWhy\n---\n\nThus.\n\nWhen\n====\n').filter(
      ({ kind }) => kind === 'heading',
    )
    expect(headings.map(({ heading }) => heading)).toEqual(['How?', 'Why', 'When'])
  })

  it('reads tables by rows, their head apart', () => {
    expect(read('| Way | Cost |\n|:---|---:|\n| Standard | $4.99 |\n| Express | $9 |\n')).toEqual([
      'label: Way | Cost',
      'row: Standard | $4.99',
      'row: Express | $9',
    ])
  })

  it('reads code by lines, without its fences', () => {
    expect(read('Run this:\n\n```sh\n# not a heading\nreset --all\n```\nDone.')).toEqual([
      'sentence: Run this:',
      'code: # not a heading',
      'code: reset --all',
      'sentence: Done.',
    ])
  })

  it('tells lists, paragraphs and numbered items apart', () => {
    const units = readUnits('Do:\n1. one\n2. two\n\nThen:\n- three\n\n- four\n\nEnd.')
    const [opening, one, two, then, three, four, end] = units
    expect(one!.block).toBe(two!.block)
    expect(three!.block).toBe(four!.block)
    expect(new Set([opening, one, then, three, end].map((unit) => unit!.block)).size).toBe(5)
    expect(units.map(({ numbered }) => numbered)).toEqual([false, true, true, false, false, false, false])
  })

  it('reads a long item by its sentences', () => {
    const sentence = 'Hold the button until the light goes out and comes back again twice.'
    const text = `- ${Array.from({ length: 6 }, () => sentence).join(' ')}`
    expect(readUnits(text).map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'item'))
  })

  it('takes carriage returns, rules and quotes as Markdown has them', () => {
    expect(read('# One\r\n\r\nA text.\r\n\r\n***\r\n\r\n> Quoted.\r\n')).toEqual([
      'heading: # One',
      'sentence: A text.',
      'sentence: Quoted.',
    ])
  })

  it('finds nothing in an empty text', () => {
    expect(readUnits('')).toEqual([])
    expect(readUnits('\n \n---\n')).toEqual([])
  })
})
