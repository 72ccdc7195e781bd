import { join } from 'node:path'

/** The English that the shop runs with. */
export const english = join(import.meta.dirname, '../../../../data/language/en')
