import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button.tsx'
import { classNames } from './class-names.ts'

interface Props extends ButtonLook, ComponentProps<'a'> {}

function Anchor({ look, size, className, children, ...rest }: Props) {
  return (
    <a {...rest} className={classNames(buttonClass({ look, size }), className)}>
      {children}
    </a>
  )
}

/** A link that looks like a button; its `to`, `params` and `search` are checked like Link's. */
export const ButtonLink = createLink(Anchor)
