import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readRefundSearch } from '../../features/refunds/refund-search.ts'
import { rootRoute } from './root.tsx'

const refundsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/refunds',
  validateSearch: readRefundSearch,
  component: lazyRouteComponent(() => import('../../features/refunds/refunds-page.tsx'), 'RefundsPage'),
})

export const refundRoutes = [refundsRoute] as const
