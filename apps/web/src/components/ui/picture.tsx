import { Package } from 'lucide-react'
import { useState } from 'react'
import { classNames } from './class-names.ts'

/** "Aamu Espresso Blend" -> "AE". */
const initialsOf = (name: string) =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => [...word].slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase()

interface PictureProps {
  src: string | null
  /** What it shows; empty where the words beside it say so already. */
  alt: string
  /** What it is of: its initials stand where there is no picture. */
  name?: string
  className?: string
  /** Of the first screen: loaded at once. */
  eager?: boolean
  /** Four to three, instead of a square. */
  wide?: boolean
}

/** A product's picture in a frame of its own; where there is none, its initials or a quiet sign. */
export function Picture({ src, alt, name, className, eager = false, wide = false }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <div
      className={classNames(
        'flex items-center justify-center overflow-hidden rounded-md bg-sunken text-line-strong',
        wide ? 'aspect-4/3' : 'aspect-square',
        className,
      )}
    >
      {src === null || broken === src ? (
        <div
          {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
          className="@container flex size-full items-center justify-center bg-radial from-surface to-accent-soft text-accent"
        >
          {name === undefined ? (
            <Package className="size-2/5 max-h-10" />
          ) : (
            <span className="text-[clamp(1rem,26cqw,4rem)] font-bold tracking-tight opacity-80">
              {initialsOf(name)}
            </span>
          )}
        </div>
      ) : (
        <img
          src={src}
          alt={alt}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          onError={() => setBroken(src)}
          className="size-full object-contain"
        />
      )}
    </div>
  )
}
