import type { Facet } from '@marketplace-agent/api-client'
import { X } from 'lucide-react'
import { useFormats } from '../../lib/formats.ts'
import { chipsOf } from './chips-of.ts'
import type { ProductSearch } from './product-search.ts'
import { withoutFilters } from './product-search.ts'

interface FilterChipsProps {
  search: ProductSearch
  categories: readonly Facet[]
  onChange: (search: ProductSearch) => void
}

/** Every filter that is set, each to be taken off by a press. */
export function FilterChips({ search, categories, onChange }: FilterChipsProps) {
  const chips = chipsOf(search, categories, useFormats())
  if (chips.length === 0) return null
  return (
    <ul aria-label="Filters that are set" className="flex flex-wrap items-center gap-2">
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <button
            type="button"
            aria-label={`Remove ${text}`}
            onClick={() => onChange(without)}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-accent-soft pr-2.5 pl-3.5 text-sm font-medium text-accent-strong transition-colors hover:bg-sunken hover:text-ink"
          >
            {text}
            <X aria-hidden className="size-4" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          onClick={() => onChange(withoutFilters(search))}
          className="min-h-9 px-2 text-sm font-semibold text-accent hover:underline"
        >
          Clear filters
        </button>
      </li>
    </ul>
  )
}
