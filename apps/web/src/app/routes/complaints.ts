import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readComplaintSearch } from '../../features/complaints/complaint-search.ts'
import { rootRoute } from './root.tsx'

const complaintsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/complaints',
  validateSearch: readComplaintSearch,
  component: lazyRouteComponent(() => import('../../features/complaints/complaints-page.tsx'), 'ComplaintsPage'),
})

export const complaintRoutes = [complaintsRoute] as const
