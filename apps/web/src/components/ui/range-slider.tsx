import { Slider } from '@base-ui/react/slider'

interface RangeSliderProps {
  label: string
  min: number
  max: number
  step?: number
  value: readonly [number, number]
  /** While it moves. */
  onChange: (value: [number, number]) => void
  /** When it is let go. */
  onCommit: (value: [number, number]) => void
  /** A value as it is said and shown: "$120". */
  format: (value: number) => string
}

const pair = (value: number | readonly number[]): [number, number] => {
  const [low = 0, high = low] = typeof value === 'number' ? [value] : value
  return [low, high]
}

/** Two thumbs on a line: from … to. */
export function RangeSlider({ label, min, max, step = 1, value, onChange, onCommit, format }: RangeSliderProps) {
  return (
    <Slider.Root
      min={min}
      max={max}
      step={step}
      value={value}
      onValueChange={(next) => onChange(pair(next))}
      onValueCommitted={(next) => onCommit(pair(next))}
      className="grid gap-1"
    >
      <div className="flex justify-between text-sm">
        <Slider.Label className="font-semibold">{label}</Slider.Label>
        <Slider.Value className="numeric text-muted">
          {(_, [low = min, high = max]) => `${format(low)} – ${format(high)}`}
        </Slider.Value>
      </div>
      <Slider.Control className="flex h-9 touch-none items-center px-2.5">
        <Slider.Track className="h-1.5 w-full rounded-full bg-line">
          <Slider.Indicator className="rounded-full bg-accent" />
          {['At least', 'At most'].map((name, index) => (
            <Slider.Thumb
              key={name}
              index={index}
              getAriaLabel={() => `${label}: ${name.toLowerCase()}`}
              getAriaValueText={(_, current) => format(current)}
              className="size-5 rounded-full border-2 border-accent bg-surface shadow-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            />
          ))}
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  )
}
