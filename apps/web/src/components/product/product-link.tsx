import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to a product's page. */
export const ProductLink = ({ id, className, children }: { id: number; className?: string; children: ReactNode }) => (
  <Link to="/products/$productId" params={{ productId: String(id) }} className={className}>
    {children}
  </Link>
)
