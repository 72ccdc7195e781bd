import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { OrderChoice } from '../../components/order/order-choice.tsx'
import { Button } from '../../components/ui/button.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { useShop } from '../../lib/shop.ts'
import { exampleNumber, readNumber } from '../../lib/shop-number.ts'

/** From which order something is to go back. */
export function ReturnStart() {
  const navigate = useNavigate()
  const { number_patterns: patterns } = useShop()
  const [order, setOrder] = useState('')
  const [error, setError] = useState<string | undefined>()
  return (
    <SectionCard title="Return something">
      <form
        noValidate
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const read = readNumber(order, patterns, ['order', 'refund'])
          if (order.trim() === '') setError('Say which order it is from.')
          else if (read === null) {
            setError(`That is not like an order number; they look like ${exampleNumber(patterns.order)}.`)
          } else {
            void navigate({
              to: '/refunds',
              search: read.kind === 'refund' ? { number: read.number } : { order: read.number },
            })
          }
        }}
      >
        <OrderChoice value={order} onChange={setOrder} error={error} />
        <Button type="submit" look="primary" className="w-full sm:w-auto sm:justify-self-start">
          See what can go back
        </Button>
      </form>
    </SectionCard>
  )
}
