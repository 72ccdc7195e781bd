import type { ToolResult } from '@marketplace-agent/api-client'
import { fileComplaintMutation, trackOrderOptions } from '@marketplace-agent/api-client/react-query'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { complaintReasons, complaintRemedies } from '../../components/complaint/complaint-words.ts'
import { OrderChoice } from '../../components/order/order-choice.tsx'
import { ProposalSteps } from '../../components/proposal/proposal-steps.tsx'
import { proposingOf } from '../../components/proposal/proposing.ts'
import { Button } from '../../components/ui/button.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { Field, Select, TextArea } from '../../components/ui/field.tsx'
import { NumberToKeep } from '../../components/ui/number-to-keep.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { useShop } from '../../lib/shop.ts'
import { exampleNumber, readNumber } from '../../lib/shop-number.ts'
import { useSingleMutation } from '../../lib/use-single-mutation.ts'
import { required, zFileComplaintBody } from '../../lib/validation.ts'
import { Instead } from './instead.tsx'

/** The API takes a complaint without a reason as one about something else; here one says which. */
const schema = required(zFileComplaintBody, { reason: true })
const mostCharacters = 2000
const orNothing = (value: string) => (value === '' ? undefined : value)

interface ComplaintFormProps {
  order?: string | undefined
  product?: number | undefined
}

/** What went wrong, with which order, and what would make it good; put on file only when it is confirmed. */
export function ComplaintForm({ order, product }: ComplaintFormProps) {
  const { number_patterns: patterns } = useShop()
  const asking = useSingleMutation(fileComplaintMutation())
  const { control, register, handleSubmit, formState, setError, setFocus } = useForm({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    defaultValues: { order_number: order ?? '', text: '', ...(product !== undefined && { product_id: product }) },
  })
  const { errors } = formState
  const [typed, text] = useWatch({ control, name: ['order_number', 'text'] })
  const read = readNumber(typed, patterns, ['order'])
  const tracked = useQuery({
    ...trackOrderOptions({ path: { order_number: read?.number ?? '' } }),
    enabled: read !== null,
    retry: false,
  })
  const items = tracked.data?.data?.items ?? []
  const proposing = proposingOf(asking)
  const hidden = proposing.step === 'proposed' || proposing.step === 'unproved'
  const number = read?.number ?? typed
  // As they stand on the page; the form knows them in another order.
  const focusFirst = (wrong: object) => {
    const first = (['order_number', 'reason', 'text'] as const).find((name) => name in wrong)
    if (first !== undefined) setFocus(first)
  }
  const submit = handleSubmit((given) => {
    if (asking.isPending) return
    if (read === null) {
      setError('order_number', { type: 'shape' })
      setFocus('order_number')
      return
    }
    asking.mutate({ body: { ...given, order_number: read.number } })
  }, focusFirst)
  return (
    <SectionCard title="Make a complaint">
      {/* It is only hidden meanwhile: what was typed is there again when one comes back to it. */}
      <form noValidate hidden={hidden} onSubmit={(event) => void submit(event)}>
        <div className="grid grid-cols-1 gap-5">
          <Controller
            control={control}
            name="order_number"
            render={({ field }) => (
              <OrderChoice
                ref={field.ref}
                value={field.value}
                onChange={field.onChange}
                error={
                  errors.order_number &&
                  (field.value.trim() === ''
                    ? 'Say which order it is about.'
                    : `That is not like an order number; they look like ${exampleNumber(patterns.order)}.`)
                }
              />
            )}
          />
          {items.length > 0 && (
            <Field label="What is it about?">
              <Select
                {...register('product_id', {
                  setValueAs: (id: string | number) => (Number(id) > 0 ? Number(id) : undefined),
                })}
              >
                <option value="">The order as a whole</option>
                {items.map(({ product_id, name }) => (
                  <option key={product_id} value={product_id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <Field label="What went wrong?" error={errors.reason && 'Choose what went wrong.'}>
            <Select defaultValue="" {...register('reason', { setValueAs: orNothing })}>
              <option value="">Choose what fits best</option>
              {Object.entries(complaintReasons).map(([reason, words]) => (
                <option key={reason} value={reason}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="Tell us about it"
            hint={`${text.length} of ${mostCharacters} characters`}
            error={
              errors.text &&
              (errors.text.type === 'too_big'
                ? `That is too long: at most ${mostCharacters} characters.`
                : 'Tell us in a sentence or two what happened.')
            }
          >
            <TextArea rows={5} {...register('text')} />
          </Field>
          <Field label="What would make it good?" optional>
            <Select defaultValue="" {...register('remedy', { setValueAs: orNothing })}>
              <option value="">I leave that to you</option>
              {Object.entries(complaintRemedies).map(([remedy, words]) => (
                <option key={remedy} value={remedy}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            type="submit"
            look="primary"
            busy={asking.isPending}
            className="w-full sm:w-auto sm:justify-self-start"
          >
            Go on
          </Button>
        </div>
      </form>
      <ProposalSteps asking={asking} number={number} instead={<Instead number={number} />}>
        {(result) => <ComplaintDone result={result} />}
      </ProposalSteps>
    </SectionCard>
  )
}

function ComplaintDone({ result }: { result: ToolResult }) {
  const complaints = result.data?.kind === 'complaints' ? result.data.complaints : []
  return (
    <>
      {complaints.map(({ number }) => (
        <NumberToKeep key={number} label="The number of your complaint" number={number} />
      ))}
      <p role="status">{result.message}</p>
      <div className="flex flex-wrap gap-2">
        {complaints.slice(0, 1).map(({ order_number: orderNumber }) => (
          <ButtonLink key={orderNumber} to="/orders/$orderNumber" params={{ orderNumber }}>
            See the order
          </ButtonLink>
        ))}
      </div>
    </>
  )
}
