export * from './store-contract.ts'
export * from './contract-records.ts'
