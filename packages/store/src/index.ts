export { makeFolder } from './make-folder.ts'
export * from './open-maintenance.ts'
export * from './open-store.ts'
export * from './port.ts'
