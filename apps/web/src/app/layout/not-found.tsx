import { Compass } from 'lucide-react'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { usePageMeta } from '../../lib/page-meta.ts'

export function NotFound() {
  usePageMeta({ title: 'Page not found' })
  return (
    <div className="page py-12">
      <h1 className="sr-only">Page not found</h1>
      <EmptyState
        icon={<Compass />}
        title="There is no such page"
        actions={
          <>
            <ButtonLink to="/products" look="primary">
              See the products
            </ButtonLink>
            <ButtonLink to="/">Go to the start</ButtonLink>
          </>
        }
      >
        The link may be old, or the address has a slip in it.
      </EmptyState>
    </div>
  )
}
