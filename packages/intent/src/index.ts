export * from './types.ts'
export { type IntentFigures, type IntentReport, evaluateIntents } from './evaluate/evaluate-intents.ts'
export { type UnderstanderOptions, openUnderstander } from './open.ts'
export { isOutOfScope, leadingClause } from './leading.ts'
export {
  type CurveFigures,
  type CurveOptions,
  type CurvePoint,
  type CurveReport,
  learningCurve,
} from './evaluate/learning-curve.ts'
