import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useShop } from '../../lib/shop.ts'
import { exampleNumber, readNumber } from '../../lib/shop-number.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { NumberInput } from './number-input.tsx'

const kinds = {
  refund: { to: '/refunds', title: 'Where is my refund?', label: 'Refund number' },
  complaint: { to: '/complaints', title: 'What became of my complaint?', label: 'Complaint number' },
} as const

/** The way to a refund or a complaint by its number. */
export function NumberLookup({ kind }: { kind: keyof typeof kinds }) {
  const { to, title, label } = kinds[kind]
  const navigate = useNavigate()
  const { number_patterns: patterns } = useShop()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>()
  const shape = `${label}s look like ${exampleNumber(patterns[kind])}.`
  return (
    <SectionCard title={title}>
      <form
        noValidate
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const read = readNumber(text, patterns, [kind])
          setError(read === null ? `Enter the number. ${shape}` : undefined)
          if (read !== null) void navigate({ to, search: { number: read.number } })
        }}
      >
        <Field label={label} hint={error === undefined ? shape : undefined} error={error}>
          <NumberInput value={text} onValueChange={setText} />
        </Field>
        <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
          Look it up
        </Button>
      </form>
    </SectionCard>
  )
}
