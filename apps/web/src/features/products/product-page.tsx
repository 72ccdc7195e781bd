import type { Product } from '@marketplace-agent/api-client'
import { getProductOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { PackageX } from 'lucide-react'
import { CompareTray } from '../../components/product/compare-tray.tsx'
import { Breadcrumbs } from '../../components/ui/breadcrumbs.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { Picture } from '../../components/ui/picture.tsx'
import { Skeleton, SkeletonLines } from '../../components/ui/skeleton.tsx'
import { useAssistant } from '../../lib/assistant.ts'
import { problemOf } from '../../lib/describe-error.ts'
import { usePageMeta } from '../../lib/page-meta.ts'
import { useShop } from '../../lib/shop.ts'
import { ProductDocuments } from './product-documents.tsx'
import { ProductFacts } from './product-facts.tsx'
import { ProductHelp } from './product-help.tsx'
import { productData, sharePicture, shortened } from './product-meta.ts'
import { ProductRelations } from './product-relations.tsx'
import { ProductSpecs } from './product-specs.tsx'

/** One product, with what belongs to it. */
export function ProductPage() {
  const { productId } = useParams({ from: '/products/$productId' })
  const isId = /^[1-9]\d{0,8}$/.test(productId)
  const { data, error, refetch } = useQuery({
    ...getProductOptions({ path: { id: Number(productId) } }),
    enabled: isId,
  })
  const product = data?.data?.product
  if (product !== undefined) return <KnownProduct key={product.id} product={product} />
  if (!isId || problemOf(error)?.status === 404) return <UnknownProduct />
  if (error !== null) {
    return (
      <div className="page py-12">
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  return <PendingProduct />
}

function KnownProduct({ product }: { product: Product }) {
  const { name: shopName } = useShop()
  const { name, category, category_name, description, picture } = product
  usePageMeta({
    title: name,
    description: shortened(description),
    picture: picture === null ? null : sharePicture(product),
    jsonLd: productData(product, shopName, new URL(location.pathname, location.origin)),
  })
  return (
    <div className="page @container pb-6">
      <div className="pt-5 pb-4">
        <Breadcrumbs
          items={[
            { key: 'products', node: <Link to="/products">Products</Link> },
            {
              key: 'category',
              node: (
                <Link to="/products" search={{ category: [category] }}>
                  {category_name}
                </Link>
              ),
            },
            { key: 'product', node: <span className="text-ink">{name}</span> },
          ]}
        />
      </div>
      <div className="grid items-start gap-x-10 gap-y-6 @3xl:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
        <Picture src={picture} alt={`Picture of ${name}`} name={name} wide eager className="rounded-xl" />
        <ProductFacts product={product} />
      </div>
      <div className="grid items-start gap-x-10 @3xl:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
        <ProductSpecs specs={product.specs} />
        <div>
          <ProductDocuments productId={product.id} />
          <ProductHelp product={product} />
        </div>
      </div>
      <ProductRelations product={product} />
      <CompareTray />
    </div>
  )
}

function UnknownProduct() {
  usePageMeta({ title: 'Product not found' })
  const { open } = useAssistant()
  return (
    <div className="page">
      <PageHeader title="Product not found" />
      <EmptyState
        icon={<PackageX />}
        title="There is no such product"
        actions={
          <>
            <ButtonLink to="/products" look="primary">
              See all products
            </ButtonLink>
            <Button onClick={open}>Ask the assistant</Button>
          </>
        }
      >
        The link may be old, or we no longer have it. Something like it may well be there.
      </EmptyState>
    </div>
  )
}

function PendingProduct() {
  usePageMeta({ title: 'Product' })
  return (
    <div className="page @container pt-14">
      <div className="grid gap-10 @3xl:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
        <Skeleton className="aspect-4/3 rounded-xl" />
        <SkeletonLines lines={8} />
      </div>
    </div>
  )
}
