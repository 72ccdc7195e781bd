export { quietContext } from './contexts.ts'
export { embedderContract } from './embedder-contract.ts'
