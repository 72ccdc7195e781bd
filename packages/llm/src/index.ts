export * from './embedder.ts'
export * from './open-embedder.ts'
