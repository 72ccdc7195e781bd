import { Field as Primitive } from '@base-ui/react/field'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface FieldProps {
  label: string
  /** What is wrong with it, in words; said to who listens. */
  error?: string | undefined
  hint?: ReactNode
  /** The label is heard, not seen. */
  hideLabel?: boolean
  /** Says "optional" beside the label. */
  optional?: boolean
  className?: string
  /** One control: Input, TextArea, Select. */
  children: ReactNode
}

/** A control with its label, hint and error, tied together for assistive technology. */
export function Field({ label, error, hint, hideLabel = false, optional = false, className, children }: FieldProps) {
  return (
    <Primitive.Root invalid={error !== undefined} className={classNames('grid content-start gap-1.5', className)}>
      <Primitive.Label className={hideLabel ? 'sr-only' : 'text-sm font-semibold'}>
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </Primitive.Label>
      {children}
      {hint !== undefined && <Primitive.Description className="text-xs text-muted">{hint}</Primitive.Description>}
      {error !== undefined && (
        <Primitive.Error match className="text-sm font-medium text-danger">
          {error}
        </Primitive.Error>
      )}
    </Primitive.Root>
  )
}

const control =
  'w-full rounded-md border border-line-strong bg-surface text-base text-ink transition-colors hover:border-ink data-invalid:border-danger disabled:opacity-60'

export const Input = ({ className, ...rest }: ComponentProps<typeof Primitive.Control>) => (
  <Primitive.Control className={classNames(control, 'h-11 px-3', className)} {...rest} />
)

export const TextArea = ({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) => (
  <Primitive.Control
    render={<textarea rows={rows} {...rest} />}
    className={classNames(control, 'min-h-24 px-3 py-2.5', className)}
  />
)

/** The platform's own list: best on phones, known by everyone. */
export const Select = ({ className, children, ...rest }: ComponentProps<'select'>) => (
  <Primitive.Control
    render={<select {...rest}>{children}</select>}
    className={classNames(control, 'h-11 px-3', className)}
  />
)
