export * from './open-sessions.ts'
export * from './port.ts'
