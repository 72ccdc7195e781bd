import { Link } from '@tanstack/react-router'
import { Ellipsis, MessageCircle, PackageSearch, ShoppingBag } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'

const MoreSheet = lazy(async () => ({ default: (await import('./more-sheet.tsx')).MoreSheet }))

const item =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium text-muted -outline-offset-2 [&_svg]:size-5.5'
const active = { className: 'text-accent! font-semibold' }
const inBar = new Set(['Products', 'Orders'])

/** The ways around on narrow screens, in reach of a thumb. */
export function BottomBar() {
  const [more, setMore] = useState(false)
  const [wanted, setWanted] = useState(false)
  return (
    <nav
      aria-label="Shop"
      className="fixed inset-x-0 bottom-0 z-30 flex print:hidden h-[calc(var(--spacing-bar)+env(safe-area-inset-bottom))] border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <Link to="/products" className={item} activeProps={active}>
        <ShoppingBag aria-hidden />
        Products
      </Link>
      <Link to="/orders" className={item} activeProps={active}>
        <PackageSearch aria-hidden />
        Orders
      </Link>
      <Link to="/chat" className={item} activeProps={active}>
        <MessageCircle aria-hidden />
        Ask us
      </Link>
      <button
        type="button"
        className={item}
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(true)
          setMore(true)
        }}
      >
        <Ellipsis aria-hidden />
        More
      </button>
      {wanted && (
        <Suspense>
          <MoreSheet open={more} onOpenChange={setMore} without={inBar} />
        </Suspense>
      )}
    </nav>
  )
}
