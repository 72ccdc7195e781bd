import type { Product } from '@marketplace-agent/api-client'
import { useQuery } from '@tanstack/react-query'
import { AskExamples } from '../../components/assistant/ask-examples.tsx'
import { productQuestions } from './product-questions.ts'
import { accessoriesOf, similarTo } from './relation-queries.ts'

/** What one might ask about a product. */
export function ProductHelp({ product }: { product: Product }) {
  const accessories = useQuery(accessoriesOf(product.id))
  const similar = useQuery(similarTo(product.id))
  if (accessories.isPending || similar.isPending) return null
  const questions = productQuestions(product, {
    other: similar.data?.data?.items[0]?.product,
    hasAccessories: (accessories.data?.data?.items.length ?? 0) > 0,
  })
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="questions" className="pt-10">
      <h2 id="questions" className="mb-3 text-xl font-bold">
        Ask the assistant
      </h2>
      <AskExamples label="Questions about this product" questions={questions} />
    </section>
  )
}
