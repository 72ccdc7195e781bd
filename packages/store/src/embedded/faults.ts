import { OperatorError } from '@marketplace-agent/domain'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? (error as Error).message

export const damaged = (path: string, line: number, why: string, cause?: unknown) =>
  new OperatorError(
    `${path} line ${line} is damaged: ${why}; restore a backup with "npm run data -- restore FROM".`,
    cause === undefined ? undefined : { cause },
  )

export const missing = (path: string, why: string) =>
  new OperatorError(`${path} is missing: ${why}; put it back, or restore a backup with "npm run data -- restore FROM".`)

export const newerFormat = (path: string, format: unknown) =>
  new OperatorError(
    `${path} has format ${String(format)}, which this version doesn't know; run the version that wrote it, or set STATE_DIR to another folder.`,
  )

/** What the operator is told when the machine refuses a file. */
export async function operatorFault<T>(
  folder: string,
  work: () => Promise<T>,
  otherwise = 'set STATE_DIR to another folder',
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OperatorError || !(error instanceof Error) || !('code' in error || 'errcode' in error))
      throw error
    throw new OperatorError(
      `${folder} can't be used (${codeOf(error)}); give this user the right to it, or ${otherwise}.`,
      { cause: error },
    )
  }
}
