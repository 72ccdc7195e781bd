import type { Spec } from '@marketplace-agent/api-client'

/** A product's properties, one a line. */
export function ProductSpecs({ specs }: { specs: readonly Spec[] }) {
  if (specs.length === 0) return null
  return (
    <section aria-labelledby="specs" className="pt-10">
      <h2 id="specs" className="mb-3 text-xl font-bold">
        In detail
      </h2>
      <dl className="overflow-hidden rounded-lg border border-line bg-surface">
        {specs.map(({ id, label, text }) => (
          <div key={id} className="grid grid-cols-[2fr_3fr] gap-4 border-t border-line px-4 py-2.5 first:border-t-0">
            <dt className="text-muted">{label}</dt>
            <dd className="numeric min-w-0 font-medium wrap-break-word">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
