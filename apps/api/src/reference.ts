import { randomInt } from 'node:crypto'

/** Letters and digits that can't be taken for one another when read out. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** `H-7K2M-9QXD`: about 39 random bits. */
export function newReference(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return `H-${group()}-${group()}`
}
