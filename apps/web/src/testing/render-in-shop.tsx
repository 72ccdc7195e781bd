import { client } from '@marketplace-agent/api-client/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  type AnyRouter,
  RouterContextProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { shopQuery } from '../lib/shop.ts'
import { shopExample } from './examples.ts'

/** Answers a request to the API: what is returned is sent as JSON, with the status where one is given. */
export type Answers = (
  request: Request,
) => { status?: number; body: unknown } | Promise<{ status?: number; body: unknown }>

const noAnswers: Answers = ({ url }) => {
  throw new TypeError(`Nobody answers ${url}.`)
}

/** Shows components as they stand in the app: the shop is known, links work, and the API answers as told. */
export function renderInShop(content: ReactNode, answers: Answers = noAnswers) {
  client.setConfig({
    baseUrl: 'http://shop.example',
    fetch: async (input, init) => {
      const { status = 200, body } = await answers(new Request(input, init))
      return Response.json(body, { status })
    },
  })
  // A query's key has the client's address in it.
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
  queryClient.setQueryData(shopQuery().queryKey, shopExample)
  const router: AnyRouter = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() })
  return render(
    <QueryClientProvider client={queryClient}>
      <RouterContextProvider router={router}>{content}</RouterContextProvider>
    </QueryClientProvider>,
  )
}
