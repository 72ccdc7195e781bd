/** The folder of models that tests may use, by the environment's MODELS_DIR; null, with the reason printed, without it. */
export function modelsForTests(what: string): string | null {
  // oxlint-disable-next-line node/no-process-env -- what a test has to go by lies outside of the project
  const folder = process.env['MODELS_DIR'] ?? ''
  if (folder !== '') return folder
  process.stdout.write(`Skipped: ${what}, for MODELS_DIR is not set.\n`)
  return null
}
