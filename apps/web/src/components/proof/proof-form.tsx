import type { Problem } from '@marketplace-agent/api-client'
import { zodResolver } from '@hookform/resolvers/zod'
import { Lock } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { conversationChanges } from '../../lib/conversation-changes.ts'
import { describeError, problemOf } from '../../lib/describe-error.ts'
import { useIdentity } from '../../lib/identity/identity-context.ts'
import { useShop } from '../../lib/shop.ts'
import { exampleNumber, readNumber } from '../../lib/shop-number.ts'
import { useSingleMutation } from '../../lib/use-single-mutation.ts'
import { pick, required, zProveBody } from '../../lib/validation.ts'
import { NumberInput } from '../order/number-input.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'

const schema = required(pick(zProveBody, { number: true, email: true }))

interface ProofFormProps {
  /** The number that is asked about, where it is known. */
  number?: string
  onProved?: (number: string) => void
  /** Says what it opens, in place of the usual words. */
  lead?: string
}

/** Asks for a number and the e-mail address on it; what is proved here holds in the chat, too. */
export function ProofForm({ number, onProved, lead }: ProofFormProps) {
  const identity = useIdentity()
  const { number_patterns: patterns } = useShop()
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { number: number ?? '', email: '' },
  })
  const proving = useSingleMutation<void, Problem, { number: string; email: string }>({
    mutationFn: (given) => identity.prove(given.number.trim(), given.email.trim()),
    onSuccess: (_, given) => {
      conversationChanges.announce()
      onProved?.(identity.get().proof ?? given.number.trim())
    },
  })
  const { errors } = formState
  const kind = number === undefined ? undefined : readNumber(number, patterns, ['order', 'complaint', 'refund'])?.kind
  return (
    <form
      noValidate
      aria-label="Show that it is yours"
      className="grid gap-4"
      onSubmit={(event) =>
        void handleSubmit((given) => {
          if (!proving.isPending) proving.mutate(given)
        })(event)
      }
    >
      <div className="flex gap-3">
        <span aria-hidden className="h-fit rounded-md bg-accent-soft p-2 text-accent">
          <Lock className="size-5" />
        </span>
        <div className="grid gap-0.5">
          <h2 className="text-lg font-semibold">Show that it is yours</h2>
          <p className="text-sm text-muted">
            {lead ?? 'Names, addresses and amounts are for the customer only.'} Give a number and the e-mail address it
            was ordered with. It holds in the chat, too.
          </p>
        </div>
      </div>
      <Field
        label={kind === 'complaint' ? 'Complaint number' : kind === 'refund' ? 'Refund number' : 'Order number'}
        hint={`An order's number looks like ${exampleNumber(patterns.order)} and is in your confirmation e-mail. The number of a refund or a complaint opens that one alone.`}
        error={errors.number && 'Enter a number of yours.'}
      >
        <NumberInput {...register('number')} />
      </Field>
      <Field label="E-mail address" error={errors.email && 'Enter the e-mail address of your order.'}>
        <Input type="email" inputMode="email" autoComplete="email" {...register('email')} />
      </Field>
      {proving.isError && (
        <Notice role="alert" tone={problemOf(proving.error)?.status === 429 ? 'caution' : 'danger'}>
          {describeError(proving.error).detail}
        </Notice>
      )}
      <Button type="submit" look="primary" busy={proving.isPending} className="w-full sm:w-auto sm:justify-self-start">
        Go on
      </Button>
    </form>
  )
}
