import { createHash } from 'node:crypto'

const plain = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/

/** A letter's id as a file and a Message-ID can be named: as it is where that is possible, else its hash. */
export const letterName = (id: string): string =>
  id.length <= 100 && plain.test(id) ? id : createHash('sha256').update(id).digest('hex')
