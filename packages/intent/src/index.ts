export * from './types.ts'
export { type IntentFigures, type IntentReport, evaluateIntents } from './evaluate.ts'
export { type UnderstanderOptions, openUnderstander } from './open.ts'
export { isOutOfScope, leadingClause } from './understand.ts'
