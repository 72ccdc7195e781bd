import type { Facet, ListedProduct } from '@marketplace-agent/api-client'
import { listCategoriesOptions, searchProductsOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { Picture } from '../../components/ui/picture.tsx'
import { Skeleton } from '../../components/ui/skeleton.tsx'

/** More are for the page of all products, which has them all. */
const most = 12

/** The categories, each with the picture of its best rated product. `best`: products in which most are found. */
export function Categories({ best }: { best: readonly ListedProduct[] | undefined }) {
  const { data, isPending } = useQuery(listCategoriesOptions())
  const categories = data?.data?.categories ?? []
  if (!isPending && categories.length === 0) return null
  return (
    <section aria-labelledby="categories" className="pt-12">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="categories" className="text-xl font-bold">
          What we have
        </h2>
        <Link to="/products" className="inline-flex items-center gap-1 font-semibold text-accent hover:underline">
          All products <ArrowRight aria-hidden className="size-4" />
        </Link>
      </div>
      <ul className="grid grid-cols-3 gap-2.5 @xl:gap-3 @3xl:grid-cols-4 @5xl:grid-cols-6">
        {isPending &&
          Array.from({ length: most }, (_, index) => (
            <li key={index}>
              <Skeleton className="h-32 rounded-lg @3xl:h-44" />
            </li>
          ))}
        {categories.slice(0, most).map((category) => (
          <li key={category.value}>
            <CategoryTile category={category} best={best} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CategoryTile({
  category: { value, label, count },
  best,
}: {
  category: Facet
  best: readonly ListedProduct[] | undefined
}) {
  const found = best?.find(({ category }) => category === value)
  const own = useQuery({
    ...searchProductsOptions({ query: { category: [value], sort: '-rating', limit: 1 } }),
    enabled: best !== undefined && found === undefined,
  })
  const product = found ?? own.data?.data?.items[0]
  return (
    <Link
      to="/products"
      search={{ category: [value] }}
      className="group flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface transition-[border-color,box-shadow] hover:border-line-strong hover:shadow-raised"
    >
      {product === undefined ? (
        <Skeleton className="aspect-4/3 rounded-none" />
      ) : (
        <Picture src={product.picture} alt="" name={label} wide className="rounded-none!" />
      )}
      <span className="flex grow items-center justify-between gap-2 px-2 py-2 text-xs leading-snug font-semibold @xl:px-3.5 @xl:py-3 @xl:text-base">
        {label}
        <span className="numeric hidden text-sm font-normal text-muted @xl:inline">{count}</span>
      </span>
    </Link>
  )
}
