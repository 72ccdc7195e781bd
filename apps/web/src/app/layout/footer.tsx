import { Link } from '@tanstack/react-router'
import { useShop } from '../../lib/shop.ts'

export function Footer() {
  const { name, contact } = useShop()
  return (
    <footer className="border-t border-line">
      <div className="page flex flex-wrap justify-between gap-x-8 gap-y-2 py-8 text-sm text-muted">
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          <span className="font-semibold text-ink">{name}</span>
          <Link to="/documents" className="underline underline-offset-2 hover:text-ink">
            Help and manuals
          </Link>
        </p>
        <address className="flex flex-wrap gap-x-6 gap-y-1 not-italic">
          <a href={`mailto:${contact.email}`} className="underline underline-offset-2 hover:text-ink">
            {contact.email}
          </a>
          {contact.phone !== undefined && (
            <a
              href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}
              className="underline underline-offset-2 hover:text-ink"
            >
              {contact.phone}
            </a>
          )}
          {contact.hours !== undefined && <span>{contact.hours}</span>}
        </address>
      </div>
    </footer>
  )
}
