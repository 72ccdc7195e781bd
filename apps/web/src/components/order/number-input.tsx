import type { ComponentProps } from 'react'
import { Input } from '../ui/field.tsx'

/** Where a number of the shop is typed, in a Field: nothing corrects it or fills it in. */
export const NumberInput = (props: ComponentProps<typeof Input>) => (
  <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={64} {...props} />
)
