import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readMapSearch } from '../../features/map/map-search.ts'
import { rootRoute } from './root.tsx'

export const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/map',
  validateSearch: readMapSearch,
  component: lazyRouteComponent(() => import('../../features/map/map-page.tsx'), 'MapPage'),
})
