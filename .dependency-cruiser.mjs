import { boundaries } from './infra/boundaries/boundaries.ts'

export default boundaries(import.meta.dirname)
