import type { Address } from '@marketplace-agent/api-client'
import { changeAddressMutation } from '@marketplace-agent/api-client/react-query'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { ProposalSteps } from '../../components/proposal/proposal-steps.tsx'
import { proposingOf } from '../../components/proposal/proposing.ts'
import { Button } from '../../components/ui/button.tsx'
import { Dialog } from '../../components/ui/dialog.tsx'
import { Field, Input } from '../../components/ui/field.tsx'
import { useShop } from '../../lib/shop.ts'
import { zChangeAddressBody } from '../../lib/validation.ts'
import { useSingleMutation } from '../../lib/use-single-mutation.ts'
import { ChangeDone } from './change-done.tsx'
import { Instead } from './instead.tsx'

const schema = zChangeAddressBody.shape.address

const fields = [
  { name: 'name', label: 'Name', fill: 'name', optional: false },
  { name: 'line1', label: 'House number and street', fill: 'address-line1', optional: false },
  { name: 'line2', label: 'Apartment, floor, company', fill: 'address-line2', optional: true },
  { name: 'postal_code', label: 'Postal code', fill: 'postal-code', optional: false },
  { name: 'city', label: 'City', fill: 'address-level2', optional: false },
  { name: 'region', label: 'State or region', fill: 'address-level1', optional: true },
  { name: 'country', label: 'Country', fill: 'country-name', optional: false },
] as const

interface AddressDialogProps {
  number: string
  address: Address
  onClose: () => void
}

const orNothing = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text.trim())

/** Where the order goes now, to be changed; what would change is shown before it is. */
export function AddressDialog({ number, address, onClose }: AddressDialogProps) {
  const { english_locale } = useShop()
  const countries = new Intl.DisplayNames(english_locale, { type: 'region', fallback: 'code' })
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { ...address, country: countries.of(address.country) ?? address.country },
  })
  const asking = useSingleMutation(changeAddressMutation())
  const proposing = proposingOf(asking)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Change the address"
      description={`Where order ${number} is delivered.`}
    >
      <div className="grid grid-cols-1 gap-4">
        {proposing.step !== 'proposed' && proposing.step !== 'unproved' && (
          <form
            noValidate
            className="grid grid-cols-1 gap-4 sm:grid-cols-2"
            onSubmit={(event) =>
              void handleSubmit((given) => {
                if (!asking.isPending) asking.mutate({ path: { order_number: number }, body: { address: given } })
              })(event)
            }
          >
            {fields.map(({ name, label, fill, optional }) => (
              <Field
                key={name}
                label={label}
                optional={optional}
                className={name === 'line1' || name === 'name' || name === 'line2' ? 'sm:col-span-2' : ''}
                error={formState.errors[name] && `Enter the ${label.toLowerCase()}.`}
              >
                <Input autoComplete={fill} maxLength={200} {...register(name, { setValueAs: orNothing })} />
              </Field>
            ))}
            <Button
              type="submit"
              look="primary"
              busy={asking.isPending}
              className="sm:col-span-2 sm:justify-self-start"
            >
              See what would change
            </Button>
          </form>
        )}
        <ProposalSteps asking={asking} number={number} instead={<Instead number={number} onClose={onClose} />}>
          {(result) => <ChangeDone result={result} onClose={onClose} />}
        </ProposalSteps>
      </div>
    </Dialog>
  )
}
