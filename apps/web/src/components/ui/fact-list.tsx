import type { ReactNode } from 'react'

interface FactListProps {
  /** Those without a text are left out. */
  facts: readonly { label: string; text: ReactNode }[]
}

/** Names and values, one pair a line. */
export function FactList({ facts }: FactListProps) {
  const known = facts.filter(({ text }) => text !== null && text !== undefined && text !== '')
  if (known.length === 0) return null
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {known.map(({ label, text }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{label}</dt>
          <dd className="numeric min-w-0 font-medium wrap-break-word">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
