export * from './graph-contract.ts'
