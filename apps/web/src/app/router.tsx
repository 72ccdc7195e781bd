import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { PagePending } from './layout/page-pending.tsx'
import { RootError } from './layout/root-error.tsx'
import { chatRoute } from './routes/chat.ts'
import { comparisonRoute } from './routes/comparison.ts'
import { complaintRoutes } from './routes/complaints.ts'
import { documentRoutes } from './routes/documents.ts'
import { homeRoute } from './routes/home.ts'
import { mapRoute } from './routes/map.ts'
import { orderRoutes } from './routes/orders.ts'
import { productRoutes } from './routes/products.ts'
import { refundRoutes } from './routes/refunds.ts'
import { rootRoute } from './routes/root.tsx'
import { stringifySearch } from './search-address.ts'

const routeTree = rootRoute.addChildren([
  homeRoute,
  chatRoute,
  ...productRoutes,
  comparisonRoute,
  mapRoute,
  ...orderRoutes,
  ...refundRoutes,
  ...complaintRoutes,
  ...documentRoutes,
])

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    stringifySearch,
    context: { queryClient },
    defaultPreload: 'intent',
    // TanStack Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RootError,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 300,
    scrollRestoration: true,
  })
