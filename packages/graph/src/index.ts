export * from './open-graph.ts'
export * from './port.ts'
