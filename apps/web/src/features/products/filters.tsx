import type { Facet, ProductsCard } from '@marketplace-agent/api-client'
import { Star } from 'lucide-react'
import { useId, useState } from 'react'
import { Checkbox } from '../../components/ui/checkbox.tsx'
import { RangeSlider } from '../../components/ui/range-slider.tsx'
import { useFormats } from '../../lib/formats.ts'
import { priceScaleOf } from './price-scale.ts'
import { type ProductSearch, without } from './product-search.ts'

interface FiltersProps {
  search: ProductSearch
  facets: ProductsCard['facets']
  onChange: (search: ProductSearch) => void
}

/** What the list can be narrowed to, with how many there would be. */
export function Filters({ search, facets, onChange }: FiltersProps) {
  const { number } = useFormats()
  return (
    <div className="grid gap-6">
      <Checkbox
        label="In stock only"
        aside={number(facets.in_stock)}
        checked={search.in_stock ?? false}
        onChange={(event) =>
          onChange(event.target.checked ? { ...search, in_stock: true } : without(search, 'in_stock'))
        }
      />
      <FacetList
        label="Category"
        facets={facets.category}
        chosen={search.category ?? []}
        onChange={(category) => onChange(category.length > 0 ? { ...search, category } : without(search, 'category'))}
      />
      <PriceRange
        key={`${facets.price.min}-${facets.price.max}-${search.min_price}-${search.max_price}`}
        search={search}
        price={facets.price}
        onChange={(low, high) =>
          onChange({
            ...without(search, 'min_price', 'max_price'),
            ...(low !== undefined && { min_price: low }),
            ...(high !== undefined && { max_price: high }),
          })
        }
      />
      <RatingChoice
        value={search.min_rating}
        onChange={(rating) =>
          onChange(rating === undefined ? without(search, 'min_rating') : { ...search, min_rating: rating })
        }
      />
      <FacetList
        label="Brand"
        facets={facets.brand}
        chosen={search.brand ?? []}
        onChange={(brand) => onChange(brand.length > 0 ? { ...search, brand } : without(search, 'brand'))}
      />
    </div>
  )
}

/** So many of a long list are shown at first. */
const few = 8

interface FacetListProps {
  label: string
  facets: readonly Facet[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

function FacetList({ label, facets, chosen, onChange }: FacetListProps) {
  const { number } = useFormats()
  const [all, setAll] = useState(false)
  // What is chosen can be taken back even where the other filters leave none of it.
  const lost = chosen
    .filter((value) => !facets.some((facet) => facet.value === value))
    .map((value) => ({ value, label: value, count: 0 }))
  const known = [...facets, ...lost]
  if (known.length === 0) return null
  const shown = all ? known : known.filter(({ value }, index) => index < few || chosen.includes(value))
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      <div className="grid">
        {shown.map(({ value, label: name, count }) => (
          <Checkbox
            key={value}
            label={name}
            aside={number(count)}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
            }
            className="text-sm"
          />
        ))}
      </div>
      {known.length > few && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="min-h-9 text-sm font-semibold text-accent hover:underline"
        >
          {all ? 'Show fewer' : `Show all ${known.length}`}
        </button>
      )}
    </fieldset>
  )
}

interface PriceRangeProps {
  search: ProductSearch
  price: { min: number | null; max: number | null }
  onChange: (low: number | undefined, high: number | undefined) => void
}

function PriceRange({ search: { min_price, max_price }, price, onChange }: PriceRangeProps) {
  const { money } = useFormats()
  const lowest = price.min ?? min_price
  const highest = price.max ?? max_price
  const { min, max, step } = priceScaleOf(lowest ?? 0, highest ?? lowest ?? 0)
  const within = (amount: number) => Math.min(Math.max(amount, min), max)
  const [value, setValue] = useState<readonly [number, number]>([within(min_price ?? min), within(max_price ?? max)])
  if (lowest === undefined || lowest === highest) return null
  return (
    <RangeSlider
      label="Price"
      min={min}
      max={max}
      step={step}
      value={value}
      onChange={setValue}
      onCommit={([low, high]) => onChange(low > min ? low : undefined, high < max ? high : undefined)}
      format={money}
    />
  )
}

const ratings = [undefined, 3, 4, 4.5] as const

function RatingChoice({ value, onChange }: { value: number | undefined; onChange: (rating?: number) => void }) {
  const name = useId()
  const { number } = useFormats()
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">Rating</legend>
      <div className="grid grid-cols-4 overflow-hidden rounded-md border border-line-strong">
        {ratings.map((rating) => (
          <label
            key={rating ?? 'any'}
            className="flex min-h-10 items-center justify-center gap-1 border-l border-line text-sm font-medium first:border-l-0 hover:bg-sunken has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-current"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={value === rating}
              onChange={() => onChange(rating)}
              aria-label={rating === undefined ? 'Any' : `${number(rating)} stars and up`}
            />
            <span aria-hidden>{rating === undefined ? 'Any' : `${number(rating)}+`}</span>
            {rating !== undefined && <Star aria-hidden className="size-3 fill-current" />}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
