import type { ReturnOptionsCard } from '@marketplace-agent/api-client'
import { CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { useItemPictures } from '../../components/order/use-item-pictures.ts'
import { Button } from '../../components/ui/button.tsx'
import { Field, Select, TextArea } from '../../components/ui/field.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { Picture } from '../../components/ui/picture.tsx'
import { Price } from '../../components/ui/price.tsx'
import { useFormats } from '../../lib/formats.ts'
import { amountOf, type Chosen, everythingOf, type ReturnWish, wishOf } from './return-wish.ts'

type Option = ReturnOptionsCard['items'][number]

interface ReturnFormProps {
  card: ReturnOptionsCard
  busy: boolean
  onAsk: (wish: ReturnWish) => void
}

/** Which items go back and how many of them, what comes back for it, until when, and why. */
export function ReturnForm({ card, busy, onAsk }: ReturnFormProps) {
  const { date, money } = useFormats()
  const possible = card.items.filter(({ allowed }) => allowed)
  // Where there is one thing only, it is meant.
  const [chosen, setChosen] = useState<Chosen>(possible.length === 1 ? everythingOf(card) : {})
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const pictureOf = useItemPictures(card.items)
  const wish = wishOf(card, chosen, reason)
  const { amount, exact, costs } = amountOf(card, chosen)
  const choose = (id: number, quantity: number) => {
    setChosen({ ...chosen, [id]: quantity })
    setMissing(false)
  }
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (wish === null) setMissing(true)
        else if (!busy) onAsk(wish)
      }}
    >
      {card.last_date !== null && (
        <Notice>
          You can ask for it until <strong>{date(card.last_date)}</strong>.
        </Notice>
      )}
      <fieldset className="grid grid-cols-1 gap-3" aria-describedby={missing ? 'nothing-chosen' : undefined}>
        <legend className="mb-3 text-sm font-semibold">What goes back?</legend>
        {card.items.map((item) =>
          item.allowed ? (
            <PossibleItem
              key={item.product_id}
              item={item}
              picture={pictureOf(item.product_id)}
              quantity={chosen[item.product_id] ?? 0}
              onChange={(quantity) => choose(item.product_id, quantity)}
            />
          ) : (
            <ImpossibleItem key={item.product_id} item={item} picture={pictureOf(item.product_id)} />
          ),
        )}
        {missing && (
          <p id="nothing-chosen" role="alert" className="text-sm font-medium text-danger">
            Choose at least one thing that goes back.
          </p>
        )}
      </fieldset>
      <Field label="Why?" optional hint="It helps us; you need not say it.">
        <TextArea rows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <p
        aria-live="polite"
        className="flex items-baseline justify-between gap-4 border-t border-line pt-4 font-semibold"
      >
        {wish === null ? (
          <span className="text-muted">Choose what goes back to see what you get.</span>
        ) : (
          <>
            <span>
              You get back{!exact && <span className="font-normal text-muted"> about</span>}
              <span className="block text-xs font-normal text-muted">
                {costs > 0 && `${money(costs)} is kept for the return. `}
                {!exact && 'The exact amount comes before you confirm.'}
              </span>
            </span>
            <Price amount={amount} className="text-xl" />
          </>
        )}
      </p>
      <Button type="submit" look="primary" busy={busy} className="w-full sm:w-auto sm:justify-self-start">
        Ask for the refund
      </Button>
    </form>
  )
}

interface PossibleItemProps {
  item: Option
  picture: string | null
  quantity: number
  onChange: (quantity: number) => void
}

const PossibleItem = ({ item, picture, quantity, onChange }: PossibleItemProps) => (
  <div className="grid grid-cols-1 gap-2 rounded-lg border border-line p-3 has-checked:border-accent has-checked:bg-accent-soft/50">
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        className="size-5 shrink-0"
        checked={quantity > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? item.left : 0)}
      />
      <Picture src={picture} alt="" name={item.name} className="w-14 shrink-0" />
      <span className="min-w-0 grow leading-snug font-medium">
        {item.name}
        {item.left < item.bought && (
          <span className="block text-sm font-normal text-muted">
            {item.left} of {item.bought} can still go back
          </span>
        )}
      </span>
      <Price amount={item.amount} className="font-semibold" />
    </label>
    {item.left > 1 && quantity > 0 && (
      <Field label={`How many of ${item.name}?`} className="pl-8 sm:max-w-56">
        <Select value={String(quantity)} onChange={(event) => onChange(Number(event.currentTarget.value))}>
          {Array.from({ length: item.left }, (_, at) => (
            <option key={at} value={at + 1}>
              {at + 1} of {item.left}
            </option>
          ))}
        </Select>
      </Field>
    )}
  </div>
)

const ImpossibleItem = ({ item, picture }: { item: Option; picture: string | null }) => (
  <div className="flex items-center gap-3 rounded-lg border border-line bg-sunken/60 p-3">
    <CircleSlash aria-hidden className="size-5 shrink-0 text-muted" />
    <Picture src={picture} alt="" name={item.name} className="w-14 shrink-0" />
    <div className="grid min-w-0 gap-0.5">
      <span className="leading-snug font-medium">{item.name}</span>
      <span className="text-sm text-muted">{item.reason ?? "This one can't go back."}</span>
    </div>
  </div>
)
