import { listDocumentsOptions, searchProductsOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRight, BookOpen, MessageSquareWarning, PackageSearch, RotateCcw } from 'lucide-react'
import { useMemo } from 'react'
import { AskExamples } from '../../components/assistant/ask-examples.tsx'
import { CompareTray } from '../../components/product/compare-tray.tsx'
import { ProductCard, ProductCardSkeleton } from '../../components/product/product-card.tsx'
import { useFormats } from '../../lib/formats.ts'
import { usePageMeta } from '../../lib/page-meta.ts'
import { useShop } from '../../lib/shop.ts'
import { askIdeas } from './ask-ideas.ts'
import { Categories } from './categories.tsx'
import { FindForm } from './find-form.tsx'

/** The best rated that are there to be bought; enough of them that most categories are among them. */
const bestQuery = searchProductsOptions({ query: { sort: '-rating', in_stock: true, limit: 60 } })

/** The shop's front: what it is, what it has, and who helps. */
export function HomePage() {
  const { name, greeting, description = greeting } = useShop()
  usePageMeta({ title: name, description })
  const best = useQuery(bestQuery)
  const products = best.data?.data?.items
  return (
    <div className="page @container pb-6">
      <section className="grid gap-5 py-10 @3xl:py-16">
        <h1 className="max-w-[22ch] text-3xl font-bold">{name}</h1>
        <p className="max-w-[52ch] text-lg text-muted">{description}</p>
        <FindForm />
        <Ideas />
      </section>
      <Journeys />
      <Categories best={products} />
      {(best.isPending || (products?.length ?? 0) > 0) && (
        <section aria-labelledby="best" className="pt-12">
          <div className="mb-4 flex items-baseline justify-between gap-4">
            <h2 id="best" className="text-xl font-bold">
              Best rated
            </h2>
            <Link
              to="/products"
              search={{ sort: '-rating' }}
              className="inline-flex items-center gap-1 font-semibold text-accent hover:underline"
            >
              All of them <ArrowRight aria-hidden className="size-4" />
            </Link>
          </div>
          <ul className="grid grid-cols-2 gap-3 @2xl:grid-cols-4 @2xl:gap-4">
            {best.isPending &&
              Array.from({ length: 8 }, (_, index) => (
                <li key={index}>
                  <ProductCardSkeleton />
                </li>
              ))}
            {products?.slice(0, 8).map((product) => (
              <li key={product.id}>
                <ProductCard product={product} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <CompareTray />
    </div>
  )
}

function Ideas() {
  const { money } = useFormats()
  const products = useQuery(bestQuery).data?.data?.items
  const documents = useQuery({ ...listDocumentsOptions(), staleTime: Infinity }).data?.data?.items
  const ideas = useMemo(
    () => (products === undefined || documents === undefined ? [] : askIdeas({ products, documents }, money)),
    [products, documents, money],
  )
  return (
    // Its room is kept while it comes.
    <div className="grid min-h-61 content-start gap-2 @xl:min-h-44 @3xl:min-h-31">
      {ideas.length > 0 && (
        <>
          <p className="text-sm font-semibold text-muted">Or ask the assistant</p>
          <AskExamples label="Examples of what you can ask" questions={ideas.slice(0, 4)} />
        </>
      )}
    </div>
  )
}

const journeys = [
  { to: '/orders', icon: PackageSearch, title: 'Track an order', text: 'Where it is, and when it comes' },
  { to: '/refunds', icon: RotateCcw, title: 'Return something', text: 'What can go back, until when' },
  { to: '/complaints', icon: MessageSquareWarning, title: 'Make a complaint', text: 'Tell us what went wrong' },
  { to: '/documents', icon: BookOpen, title: 'Help and manuals', text: 'Policies, answers and guides' },
] as const

const Journeys = () => (
  <ul className="grid gap-3 @xl:grid-cols-2 @5xl:grid-cols-4">
    {journeys.map(({ to, icon: Icon, title, text }) => (
      <li key={to}>
        <Link
          to={to}
          className="flex h-full items-center gap-3.5 rounded-lg border border-line bg-surface p-3.5 transition-colors hover:border-line-strong"
        >
          <span className="rounded-md bg-accent-soft p-2.5 text-accent">
            <Icon aria-hidden className="size-5.5" />
          </span>
          <span className="grid">
            <span className="font-semibold">{title}</span>
            <span className="text-sm leading-snug text-muted">{text}</span>
          </span>
        </Link>
      </li>
    ))}
  </ul>
)
