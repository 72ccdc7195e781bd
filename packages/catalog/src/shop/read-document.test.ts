import { expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

it.each([
  ['---\nid: x\n---\n\nText', { id: 'x' }, 'Text'],
  ['---\n---\nText', null, 'Text'],
  ['---\ntitle: Tyres ---\nid: x\n---\nText\n---\nmore', { title: 'Tyres ---', id: 'x' }, 'Text\n---\nmore'],
])('reads front matter between two lines of dashes: %j', (file, head, text) => {
  expect(readDocument(file)).toEqual({ head, text })
})
