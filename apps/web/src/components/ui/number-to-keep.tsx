import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'

interface NumberToKeepProps {
  label: string
  number: string
}

/** A number that somebody will need again: big, easy to select, copied by a button. */
export function NumberToKeep({ label, number }: NumberToKeepProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(number)
    setCopied(true)
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-positive-soft px-5 py-4">
      <p className="grid">
        <span className="text-sm text-muted">{label}</span>
        <strong className="numeric text-2xl tracking-tight select-all">{number}</strong>
      </p>
      {/* Pages without TLS have no clipboard; there it is selected by hand. */}
      {'clipboard' in navigator && (
        <Button
          icon={copied ? <Check aria-hidden className="size-4.5" /> : <Copy aria-hidden className="size-4.5" />}
          onClick={() => void copy().catch(() => setCopied(false))}
        >
          <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
        </Button>
      )}
    </div>
  )
}
