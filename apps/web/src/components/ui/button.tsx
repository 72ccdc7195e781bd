import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface ButtonLook {
  look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
}

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong/60 bg-surface text-ink hover:border-line-strong hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'border border-danger/50 bg-surface text-danger hover:bg-danger-soft',
}
const sizes = {
  small: 'min-h-9 gap-1.5 rounded-md px-3 text-sm',
  medium: 'min-h-11 gap-2 rounded-md px-4 text-base',
  large: 'min-h-12 gap-2 rounded-lg px-5 text-base',
}

/** How a button looks, for what isn't one: links. */
export const buttonClass = ({ look = 'secondary', size = 'medium' }: ButtonLook = {}) =>
  classNames(
    'inline-flex items-center justify-center font-semibold whitespace-nowrap select-none transition-colors duration-150',
    'disabled:opacity-55 aria-disabled:opacity-55',
    looks[look],
    sizes[size],
  )

interface ButtonProps extends ButtonLook, ComponentProps<'button'> {
  /** Something is under way: it keeps its place, says so and can't be pressed again. */
  busy?: boolean
  icon?: ReactNode
}

export function Button({ look, size, busy = false, icon, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classNames(buttonClass({ look, size }), className)}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4.5 animate-spin" /> : icon}
      {children}
    </button>
  )
}
