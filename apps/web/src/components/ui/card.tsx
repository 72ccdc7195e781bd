import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** A surface of its own on the page. */
export const Card = ({ className, ...rest }: ComponentProps<'div'>) => (
  <div className={classNames('rounded-lg border border-line bg-surface', className)} {...rest} />
)
