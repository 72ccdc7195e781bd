import { useFormats } from '../../lib/formats.ts'
import { classNames } from './class-names.ts'

/** An amount in the shop's currency. */
export function Price({ amount, className }: { amount: number; className?: string }) {
  const { money } = useFormats()
  return <span className={classNames('numeric', className)}>{money(amount)}</span>
}
