import { Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Field, Input } from '../../components/ui/field.tsx'
import { IconButton } from '../../components/ui/icon-button.tsx'

/** So long nothing is typed before the list follows. */
const pauseMilliseconds = 300

interface SearchBoxProps {
  /** The words in the address. */
  q: string
  /** `typing`: more may come. */
  onSearch: (q: string, typing: boolean) => void
}

/** Words to look for. The list follows while one types; what changes the address elsewhere changes the words. */
export function SearchBox({ q, onSearch }: SearchBoxProps) {
  const [words, setWords] = useState(q)
  const [sent, setSent] = useState(q)
  const [seen, setSeen] = useState(q)
  if (q !== seen) {
    setSeen(q)
    if (q !== sent) {
      setSent(q)
      setWords(q)
    }
  }
  const wanted = words.trim()
  useEffect(() => {
    if (wanted === sent) return
    const timer = setTimeout(() => {
      setSent(wanted)
      onSearch(wanted, true)
    }, pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [wanted, sent, onSearch])
  const search = (next: string) => {
    setWords(next)
    setSent(next.trim())
    onSearch(next.trim(), false)
  }
  return (
    <form
      role="search"
      className="relative min-w-0"
      onSubmit={(event) => {
        event.preventDefault()
        search(words)
      }}
    >
      <Search aria-hidden className="pointer-events-none absolute top-3 left-3.5 size-5 text-muted" />
      <Field label="Search products" hideLabel>
        <Input
          value={words}
          onValueChange={setWords}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          placeholder="Search products"
          className="pr-11 pl-11"
        />
      </Field>
      {words !== '' && (
        <IconButton
          label="Clear the search"
          icon={<X aria-hidden />}
          onClick={() => search('')}
          className="absolute! top-0 right-0"
        />
      )}
    </form>
  )
}
