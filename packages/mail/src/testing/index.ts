export * from './mailer-contract.ts'
