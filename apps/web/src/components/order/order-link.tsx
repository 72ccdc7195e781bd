import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to an order's page; its number, where nothing else is said. */
export const OrderLink = ({ number, children }: { number: string; children?: ReactNode }) => (
  <Link to="/orders/$orderNumber" params={{ orderNumber: number }} className="font-semibold hover:underline">
    {children ?? number}
  </Link>
)
