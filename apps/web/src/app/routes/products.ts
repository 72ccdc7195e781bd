import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readProductSearch } from '../../features/products/product-search.ts'
import { rootRoute } from './root.tsx'

const productsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products',
  validateSearch: readProductSearch,
  component: lazyRouteComponent(() => import('../../features/products/products-page.tsx'), 'ProductsPage'),
})

const productRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/products/$productId',
  component: lazyRouteComponent(() => import('../../features/products/product-page.tsx'), 'ProductPage'),
})

export const productRoutes = [productsRoute, productRoute] as const
