import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

const ordersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders',
  component: lazyRouteComponent(() => import('../../features/orders/orders-page.tsx'), 'OrdersPage'),
})

const orderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders/$orderNumber',
  component: lazyRouteComponent(() => import('../../features/orders/order-page.tsx'), 'OrderPage'),
})

export const orderRoutes = [ordersRoute, orderRoute] as const
