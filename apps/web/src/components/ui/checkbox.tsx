import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode
  /** Said beside the label: a count, a price. */
  aside?: ReactNode
}

export function Checkbox({ label, aside, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames('flex min-h-9 items-center gap-2.5 has-disabled:opacity-60', className)}>
      <input type="checkbox" className="size-4.5 shrink-0" {...rest} />
      <span className="min-w-0 grow">{label}</span>
      {aside !== undefined && <span className="numeric text-sm text-muted">{aside}</span>}
    </label>
  )
}
