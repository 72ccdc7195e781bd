import type { ComparisonCard, ComparisonRow } from '@marketplace-agent/api-client'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { ComparisonHead } from './comparison-head.tsx'
import { ProductLink } from './product-link.tsx'

interface ComparisonTableProps {
  card: ComparisonCard
  /** A few lines in a conversation instead of a page: no room for more than the differences. */
  compact?: boolean
  /** Takes a product out; with it there are pictures over the names, and buttons. */
  onRemove?: (id: number) => void
}

/** Products side by side. Rows in which they differ stand out; the better value, where one is better, has a sign. */
export function ComparisonTable({ card: { products, rows }, compact = false, onRemove }: ComparisonTableProps) {
  const differing = rows.filter((row) => row.differs)
  const [only, setOnly] = useState(compact)
  const shown = only && differing.length > 0 ? differing : rows
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {differing.length > 0 && differing.length < rows.length && (
        <Checkbox
          label={differing.length === 1 ? 'Only the difference' : `Only the ${differing.length} differences`}
          checked={only}
          onChange={(event) => setOnly(event.target.checked)}
          className="text-sm"
        />
      )}
      {/* It scrolls, so it must be reachable by keyboard. */}
      <div
        tabIndex={0}
        role="group"
        aria-label="Comparison"
        className={classNames(
          'relative overflow-auto rounded-lg border border-line bg-surface',
          // Scrolling within itself it can keep its heads in sight; where it has room the page scrolls it.
          !compact &&
            'max-h-[calc(100dvh-var(--spacing-header)-var(--spacing-bar)-1rem)] @4xl:max-h-none @4xl:overflow-visible',
        )}
      >
        <table
          className={classNames(
            'w-full border-separate border-spacing-0 text-left text-sm',
            !compact && '@4xl:table-fixed',
          )}
        >
          <thead>
            {onRemove !== undefined && (
              <tr className="align-top">
                <th scope="row" className="sticky left-0 z-10 rounded-tl-lg bg-surface @2xl:w-48">
                  <VisuallyHidden>Picture and stock</VisuallyHidden>
                </th>
                {products.map((product) => (
                  <td key={product.id} className="p-3 pb-0">
                    <ComparisonHead product={product} onRemove={() => onRemove(product.id)} />
                  </td>
                ))}
              </tr>
            )}
            <tr className="align-bottom">
              <th
                scope="col"
                className={classNames(
                  'sticky left-0 z-20 rounded-tl-lg border-b border-line bg-surface',
                  !compact && stuck,
                )}
              >
                <VisuallyHidden>Property</VisuallyHidden>
              </th>
              {products.map(({ id, name }) => (
                <th
                  key={id}
                  scope="col"
                  className={classNames(
                    'z-10 rounded-tr-lg border-b border-line bg-surface p-3 leading-snug font-semibold',
                    compact ? 'min-w-32' : `min-w-30 @2xl:min-w-44 @2xl:text-base ${stuck}`,
                  )}
                >
                  <ProductLink id={id} className="hover:underline">
                    {name}
                  </ProductLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="[&>tr:first-child>*]:border-t-0">
            {shown.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const stuck = 'sticky top-0 @4xl:top-header'

const Row = ({ row: { label, texts, differs, best } }: { row: ComparisonRow }) => (
  <tr className="align-top">
    <th
      scope="row"
      className={classNames(
        'sticky left-0 z-[5] w-28 min-w-26 border-t border-line p-3 font-medium @2xl:w-48',
        differs ? 'bg-accent-soft text-ink shadow-[inset_3px_0_0_var(--color-accent)]' : 'bg-surface text-muted',
      )}
    >
      {label}
      {differs && <VisuallyHidden> (differs)</VisuallyHidden>}
    </th>
    {texts.map((text, position) => (
      // A column has no name but its place.
      <td
        key={position}
        className={classNames(
          'border-t border-line p-3',
          differs && 'bg-accent-soft/45',
          best.includes(position) ? 'font-semibold text-positive' : !differs && 'text-muted',
        )}
      >
        {text ?? <span className="text-muted">not known</span>}
        {best.includes(position) && (
          <>
            <Check aria-hidden className="ml-1 inline size-4 align-[-0.2em]" />
            <VisuallyHidden> (better)</VisuallyHidden>
          </>
        )}
      </td>
    ))}
  </tr>
)
