import { linkOptions } from '@tanstack/react-router'
import { type LucideIcon, Map, MessageSquareWarning, PackageSearch, RotateCcw, Scale, ShoppingBag } from 'lucide-react'

interface Destination {
  label: string
  icon: LucideIcon
  link: ReturnType<typeof linkOptions>
}

/** Where one can go, in the order of the header. */
export const destinations = [
  { label: 'Products', icon: ShoppingBag, link: linkOptions({ to: '/products' }) },
  { label: 'Compare', icon: Scale, link: linkOptions({ to: '/compare' }) },
  { label: 'Map', icon: Map, link: linkOptions({ to: '/map' }) },
  { label: 'Orders', icon: PackageSearch, link: linkOptions({ to: '/orders' }) },
  { label: 'Returns & refunds', icon: RotateCcw, link: linkOptions({ to: '/refunds' }) },
  { label: 'Complaints', icon: MessageSquareWarning, link: linkOptions({ to: '/complaints' }) },
] as const satisfies readonly Destination[]
