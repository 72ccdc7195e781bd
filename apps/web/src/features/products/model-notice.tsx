import { findUpgradesOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { ProductRow } from '../../components/product/product-row.tsx'
import { Card } from '../../components/ui/card.tsx'

const words = { newer: 'A newer model of it', older: 'The model before it' } as const

/** Which model follows this one, and which was before it, where there is one. */
export function ModelNotice({ productId }: { productId: number }) {
  const { data } = useQuery(findUpgradesOptions({ path: { id: productId } }))
  const items = data?.data?.items ?? []
  return (['newer', 'older'] as const).map((relation) => {
    const models = items.filter((item) => item.relation === relation)
    return (
      models.length > 0 && (
        <Card key={relation} className="p-2">
          <h2 className="px-2 pt-1 text-sm font-semibold text-muted">{words[relation]}</h2>
          {models.map(({ product }) => (
            <ProductRow key={product.id} product={product} />
          ))}
        </Card>
      )
    )
  })
}
