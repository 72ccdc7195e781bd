export * from './open-store.ts'
export * from './port.ts'
