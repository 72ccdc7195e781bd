import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import { shopQuery } from '../../lib/shop.ts'
import { Layout } from '../layout/layout.tsx'
import { NotFound } from '../layout/not-found.tsx'
import { RootError } from '../layout/root-error.tsx'

/** Everything stands on the shop's name, currency and locale: they are there before anything is shown. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: async ({ context }) => {
    await context.queryClient.ensureQueryData(shopQuery())
  },
  component: Layout,
  errorComponent: RootError,
  notFoundComponent: NotFound,
})
