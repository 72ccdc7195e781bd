import type { GraphNode } from '@marketplace-agent/api-client'
import { getGraphOptions } from '@marketplace-agent/api-client/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { List, Waypoints } from 'lucide-react'
import { useMemo, useState } from 'react'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { Field, Select } from '../../components/ui/field.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { Skeleton } from '../../components/ui/skeleton.tsx'
import { usePageMeta } from '../../lib/page-meta.ts'
import { useElementSize } from '../../lib/use-element-size.ts'
import { Legend } from './legend.tsx'
import { MapDrawing } from './map-drawing.tsx'
import { productKinds, relationKinds, type RelationKind } from './relation-kinds.ts'
import { RelationList } from './relation-list.tsx'
import { edgesOf } from './relations-of.ts'
import { SelectionPanel } from './selection-panel.tsx'
import { useMapProducts } from './use-map-products.ts'

const none: readonly GraphNode[] = []

/** How products relate: an overview, or what is around one of them. */
export function MapPage() {
  const search = useSearch({ from: '/map' })
  const navigate = useNavigate({ from: '/map' })
  const { around, kinds: shown = productKinds, view } = search
  const [chosen, setChosen] = useState<string | null>(null)
  const [measure, { width }] = useElementSize()

  const offered = around === undefined ? productKinds : relationKinds
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...getGraphOptions({
      query: around === undefined ? { kinds: [...productKinds] } : { around, kinds: [...relationKinds], limit: 120 },
    }),
    placeholderData: keepPreviousData,
  })
  const card = data?.data ?? undefined
  const nodes = card?.nodes ?? none
  const centre = around === undefined ? null : `product:${around}`
  const edges = useMemo(() => (card === undefined ? [] : edgesOf(card, shown)), [card, shown])
  const visible = useMemo(() => {
    const linked = new Set(edges.flatMap(({ from, to }) => [from, to]))
    return nodes.filter(({ id }) => id === centre || linked.has(id))
  }, [nodes, edges, centre])
  const products = useMapProducts(visible)
  const selected = visible.find(({ id }) => id === chosen) ?? visible.find(({ id }) => id === centre) ?? null
  const centreName = nodes.find(({ id }) => id === centre)?.label
  usePageMeta({
    title: centreName === undefined ? 'Map of products' : `Around ${centreName}`,
    description: 'How the products relate: what fits what, what is bought together, what follows what.',
  })

  const isList = view === 'list'
  const show = (next: readonly RelationKind[]) => {
    const { kinds: _, ...rest } = search
    const known = relationKinds.filter((kind) => next.includes(kind))
    const isDefault = known.length === productKinds.length && productKinds.every((kind) => known.includes(kind))
    void navigate({ search: isDefault || known.length === 0 ? rest : { ...rest, kinds: known }, replace: true })
  }
  const names = nodes
    .filter(({ kind }) => kind === 'product')
    .toSorted((one, other) => one.label.localeCompare(other.label))
  return (
    <div className="page @container pb-6">
      <PageHeader
        title={centreName === undefined ? 'How our products relate' : `Around the ${centreName}`}
        lead="What fits what, what is bought together, and which model follows which."
        actions={
          around !== undefined && (
            <ButtonLink to="/map" search={({ kinds }) => (kinds === undefined ? {} : { kinds })}>
              The whole map
            </ButtonLink>
          )
        }
      />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Legend kinds={offered} shown={shown} onChange={show} />
        <div className="flex w-full gap-2 @4xl:ml-auto @4xl:w-auto">
          {names.length > 0 && (
            <Field label="Find a product" hideLabel className="min-w-0 grow @2xl:w-64">
              <Select
                value=""
                onChange={(event) => {
                  const next = Number(event.target.value)
                  const isDrawn = !isList && visible.some(({ product_id }) => product_id === next)
                  if (isDrawn) setChosen(`product:${next}`)
                  else void navigate({ search: { ...search, around: next } })
                }}
              >
                <option value="" disabled>
                  Find a product…
                </option>
                {names.map(({ id, label, product_id }) => (
                  <option key={id} value={product_id}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <Button
            onClick={() => {
              const { view: _, ...rest } = search
              void navigate({ search: isList ? rest : { ...rest, view: 'list' } })
            }}
            icon={isList ? <Waypoints aria-hidden className="size-4.5" /> : <List aria-hidden className="size-4.5" />}
          >
            {isList ? 'Show as a map' : 'Show as a list'}
          </Button>
        </div>
      </div>
      {error !== null ? (
        <ErrorPanel
          error={error}
          onRetry={() => void refetch()}
          actions={<ButtonLink to="/map">The whole map</ButtonLink>}
        />
      ) : card === undefined ? (
        <Skeleton className="h-[60dvh] rounded-lg" />
      ) : visible.length === 0 ? (
        <EmptyState
          icon={<Waypoints />}
          title="Nothing relates like that"
          actions={<Button onClick={() => show(offered)}>Show all relations</Button>}
        >
          Choose another kind of relation.
        </EmptyState>
      ) : isList ? (
        <RelationList nodes={visible} edges={edges} products={products} centre={centre} />
      ) : (
        <div className="grid items-start gap-4 @5xl:grid-cols-[minmax(0,1fr)_21rem]">
          <h2 className="sr-only">The map</h2>
          <div
            ref={measure}
            aria-busy={isPlaceholderData}
            className="min-w-0 overflow-hidden rounded-lg border border-line bg-canvas"
          >
            {width > 0 && (
              <MapDrawing
                key={`${around} ${width}`}
                width={width}
                height={Math.round(Math.min(Math.max(width * 0.8, 460), 680))}
                nodes={visible}
                edges={edges}
                products={products}
                centre={centre}
                selected={selected?.id ?? null}
                onSelect={setChosen}
                onOpen={({ product_id }) => {
                  if (product_id !== undefined) {
                    void navigate({ to: '/products/$productId', params: { productId: String(product_id) } })
                  }
                }}
              />
            )}
          </div>
          <section aria-label="What is selected">
            <h2 className="sr-only">What is selected</h2>
            <p role="status" className="sr-only">
              {selected?.label}
            </p>
            <SelectionPanel
              node={selected}
              nodes={nodes}
              edges={edges}
              products={products}
              isCentre={selected?.id === centre}
              onSelect={setChosen}
            />
          </section>
        </div>
      )}
      {card?.truncated === true && (
        <Notice className="mt-4">
          There is more than a map can show. Put a product in the middle to see all that is around it.
        </Notice>
      )}
    </div>
  )
}
