import { trackOrderOptions, trackParcelOptions } from '@marketplace-agent/api-client/react-query'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { NumberInput } from '../../components/order/number-input.tsx'
import { Button } from '../../components/ui/button.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { Field } from '../../components/ui/field.tsx'
import { problemOf } from '../../lib/describe-error.ts'
import { type Shop, useShop } from '../../lib/shop.ts'
import { exampleNumber, type NumberKind, readNumber } from '../../lib/shop-number.ts'

const kinds: NumberKind[] = ['order', 'tracking', 'complaint', 'refund']

/** Asks where it is, by whichever number it is: what there is of it is then shown on the order's page. */
async function find(text: string, patterns: Shop['number_patterns'], client: QueryClient) {
  const read = readNumber(text, patterns, kinds) ?? { kind: 'order', number: text.trim() }
  if (read.kind === 'order') {
    await client.fetchQuery({ ...trackOrderOptions({ path: { order_number: read.number } }), retry: false })
  }
  if (read.kind !== 'tracking') return read
  const { data } = await client.fetchQuery({
    ...trackParcelOptions({ path: { tracking_number: read.number } }),
    retry: false,
  })
  return { kind: 'order', number: data?.number ?? read.number }
}

export function TrackForm() {
  const { number_patterns: patterns } = useShop()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  const finding = useMutation({
    mutationFn: (given: string) => find(given, patterns, client),
    onSuccess: ({ kind, number }) => {
      if (kind === 'refund') return navigate({ to: '/refunds', search: { number } })
      if (kind === 'complaint') return navigate({ to: '/complaints', search: { number } })
      return navigate({ to: '/orders/$orderNumber', params: { orderNumber: number } })
    },
  })
  const shapes = `Order numbers look like ${exampleNumber(patterns.order)}, tracking numbers like ${exampleNumber(patterns.tracking)}.`
  const unknown = problemOf(finding.error)?.status === 404
  const notLike = unknown && readNumber(finding.variables ?? '', patterns, kinds) === null
  const error = empty
    ? 'Enter the number of an order or a parcel.'
    : notLike
      ? `That is not like any number of ours. ${shapes}`
      : unknown
        ? problemOf(finding.error)?.detail
        : undefined
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (finding.isPending) return
        setEmpty(text.trim() === '')
        if (text.trim() === '') finding.reset()
        else finding.mutate(text)
      }}
    >
      <Field label="Order or tracking number" hint={notLike ? undefined : shapes} error={error}>
        <NumberInput value={text} onValueChange={setText} />
      </Field>
      {finding.isError && !unknown && (
        <ErrorPanel
          error={finding.error}
          onRetry={() => finding.variables !== undefined && finding.mutate(finding.variables)}
        />
      )}
      <Button
        type="submit"
        look="primary"
        busy={finding.isPending}
        icon={<Search aria-hidden className="size-4.5" />}
        className="w-full sm:w-auto sm:justify-self-start"
      >
        Track it
      </Button>
    </form>
  )
}
