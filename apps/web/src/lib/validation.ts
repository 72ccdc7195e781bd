// In this order: the schemas are made after zod is told how.
export { zodConfig } from './zod-jitless.ts'
export { pick, required } from 'zod/mini'
export * from '@marketplace-agent/api-client/zod'
