import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readComparisonSearch } from '../../features/comparison/comparison-search.ts'
import { rootRoute } from './root.tsx'

export const comparisonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/compare',
  validateSearch: readComparisonSearch,
  component: lazyRouteComponent(() => import('../../features/comparison/comparison-page.tsx'), 'ComparisonPage'),
})
