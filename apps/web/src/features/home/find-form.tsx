import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { Field, Input } from '../../components/ui/field.tsx'

/** Looks for products by words. */
export function FindForm() {
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  return (
    <form
      role="search"
      className="flex max-w-2xl gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const q = words.trim()
        void navigate({ to: '/products', search: q === '' ? {} : { q } })
      }}
    >
      <Field label="Search products" hideLabel className="grow">
        <Input
          value={words}
          onValueChange={setWords}
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          placeholder="Search products"
          className="h-12! px-4"
        />
      </Field>
      <Button type="submit" look="primary" size="large" icon={<Search aria-hidden className="size-5" />}>
        Search
      </Button>
    </form>
  )
}
