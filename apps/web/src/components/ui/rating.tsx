import { useFormats } from '../../lib/formats.ts'

/** Corners of a star in a square of 14, its points 6.6 and its notches 2.9 from the middle. */
const corners = Array.from({ length: 10 }, (_, corner) => {
  const angle = (Math.PI / 5) * corner - Math.PI / 2
  const reach = corner % 2 === 0 ? 6.6 : 2.9
  return [7 + reach * Math.cos(angle), 7.3 + reach * Math.sin(angle)] as const
})

/** Five stars as one shape: lists have many. */
const stars = [0, 1, 2, 3, 4]
  .map((star) => `M${corners.map(([x, y]) => `${(x + star * 14).toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`)
  .join('')

const Stars = ({ className }: { className: string }) => (
  <svg viewBox="0 0 70 14" width="70" height="14" className={className}>
    <path d={stars} fill="currentColor" stroke="currentColor" strokeWidth="0.8" strokeLinejoin="round" />
  </svg>
)

/** Stars of five, with the figure; nothing where nobody has rated it. */
export function Rating({ value }: { value: number | null }) {
  const { number } = useFormats()
  if (value === null) return null
  return (
    <span className="inline-flex items-center gap-1 text-sm" role="img" aria-label={`Rated ${number(value)} of 5`}>
      <span aria-hidden className="relative inline-flex text-line-strong/50">
        <Stars className="block" />
        <span className="absolute inset-y-0 left-0 overflow-hidden text-star" style={{ width: `${value * 20}%` }}>
          <Stars className="block max-w-none" />
        </span>
      </span>
      <span aria-hidden className="numeric font-medium text-muted">
        {number(value)}
      </span>
    </span>
  )
}
