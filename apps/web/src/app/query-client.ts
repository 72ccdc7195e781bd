import { QueryClient } from '@tanstack/react-query'
import { isUnreachable, problemOf } from '../lib/describe-error.ts'

/** An expired token is worth a second try (a new one is fetched), and so is a server that can't be reached. */
const shouldRetry = (failures: number, error: unknown) => {
  if (problemOf(error)?.code === 'unauthorized') return failures < 1
  return failures < 2 && (isUnreachable(error) || problemOf(error)?.status === 503)
}

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetry, networkMode: 'always' },
      mutations: {
        retry: (failures, error) => failures < 1 && problemOf(error)?.code === 'unauthorized',
        networkMode: 'always',
      },
    },
  })
