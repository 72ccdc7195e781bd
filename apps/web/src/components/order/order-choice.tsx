import { type Ref, useState } from 'react'
import { useFormats } from '../../lib/formats.ts'
import { useShop } from '../../lib/shop.ts'
import { exampleNumber } from '../../lib/shop-number.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select } from '../ui/field.tsx'
import { NumberInput } from './number-input.tsx'
import { useMyOrders } from './use-my-orders.ts'

interface OrderChoiceProps {
  /** The order's number, as chosen or typed; '' for none yet. */
  value: string
  onChange: (number: string) => void
  error?: string | undefined
  /** The control, to be focused where it is wrong. */
  ref?: Ref<HTMLInputElement & HTMLSelectElement>
}

/** Which order it is about: one of the customer's own where they are known, else by its number. */
export function OrderChoice({ value, onChange, error, ref }: OrderChoiceProps) {
  const { number_patterns: patterns } = useShop()
  const { date } = useFormats()
  const orders = useMyOrders().data?.data?.orders ?? []
  const [typing, setTyping] = useState(false)
  if (orders.length > 0 && !typing && (value === '' || orders.some(({ number }) => number === value))) {
    return (
      <div className="grid grid-cols-1 gap-1">
        <Field label="Order" error={error}>
          <Select ref={ref} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
            <option value="">Choose an order</option>
            {orders.map(({ number, placed_date, items }) => (
              <option key={number} value={number}>
                {`${number} · ${date(placed_date)} · ${items.map(({ name }) => name).join(', ')}`}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          size="small"
          look="quiet"
          className="-ml-3 justify-self-start text-accent!"
          onClick={() => setTyping(true)}
        >
          Another order
        </Button>
      </div>
    )
  }
  return (
    <Field label="Order number" hint={`It looks like ${exampleNumber(patterns.order)}.`} error={error}>
      <NumberInput ref={ref} value={value} onValueChange={onChange} />
    </Field>
  )
}
