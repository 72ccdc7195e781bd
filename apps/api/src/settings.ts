import { isIP } from 'node:net'
import { OperatorError } from '@marketplace-agent/domain'

/** How one setting is read: its default as it would be written, what it is for, and its reader. */
export interface Setting<T> {
  readonly fallback: string
  readonly about: string
  /** Gives the value, or throws an Error whose message says what is wanted ("a port from 0 to 65535"). */
  readonly read: (text: string) => T
}

export type Settings<T> = { readonly [Name in keyof T]: Setting<T[Name]> }

const setting =
  <T>(read: (text: string) => T) =>
  (fallback: string, about: string): Setting<T> => ({ fallback, about, read })

function wanted(what: string): never {
  throw new Error(what)
}

export const text = setting((value) => value)

export const wholeNumber = (from: number, to: number) =>
  setting((value) => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < from || number > to) wanted(`a whole number from ${from} to ${to}`)
    return number
  })

export const oneOf = <const T extends readonly string[]>(...values: T) =>
  setting((value): T[number] => values.find((each) => each === value) ?? wanted(`one of ${values.join(', ')}`))

export const optionalText = setting((value) => (value === '' ? null : value))

const isDay = (day: string) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

export const optionalInstant = setting((value) => {
  if (value === '') return null
  const instant = new Date(value)
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) ||
    Number.isNaN(instant.getTime()) ||
    // February 30 would come out as March 2.
    !isDay(value.slice(0, 10))
  ) {
    wanted('an instant such as 2026-02-05T12:00:00Z')
  }
  return instant
})

function isSubnet(text: string): boolean {
  const [address = '', prefix] = text.split('/')
  const bits = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1
  return bits > 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}

/** Which proxies' X-Forwarded-For is believed: `false`, `true`, a number of hops, or addresses. */
export const trustProxy = setting((value): boolean | number | string[] => {
  if (value === 'true' || value === 'false') return value === 'true'
  if (/^\d{1,2}$/.test(value)) return Number(value)
  const addresses = value.split(',').map((item) => item.trim())
  if (!addresses.every((address) => isSubnet(address) || /^(loopback|linklocal|uniquelocal)$/.test(address))) {
    wanted('true, false, a number of hops, or addresses like 10.0.0.0/8,loopback')
  }
  return addresses
})

export const origins = setting((value): '*' | string[] => {
  if (value === '*') return '*'
  const all = value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  for (const origin of all) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      wanted('origins such as https://shop.example, separated by commas, or *')
  }
  return all
})

/** `owner/name`, or a name: also a path below a folder, so that nothing in it may lead out of that. */
export const modelId = setting((value) =>
  /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)?$/.test(value) ? value : wanted('a model such as owner/name'),
)

export const httpAddress = setting((value) => {
  const address = URL.canParse(value) ? new URL(value) : null
  if (address === null || !/^https?:$/.test(address.protocol)) wanted('an address such as https://hub.example')
  return value.replace(/\/+$/, '')
})

/** Reads every setting from an environment; all that is wrong is said at once. Throws OperatorError. */
export function readSettings<T>(settings: Settings<T>, environment: Readonly<Record<string, string | undefined>>): T {
  const faults: string[] = []
  const values: Partial<T> = {}
  for (const name of Object.keys(settings) as (keyof T & string)[]) {
    const written = environment[name]?.trim()
    try {
      values[name] = settings[name].read(written === undefined || written === '' ? settings[name].fallback : written)
    } catch (error) {
      faults.push(`${name} is "${name.includes('TOKEN') ? '…' : written}" but must be ${(error as Error).message}`)
    }
  }
  if (faults.length > 0) throw new OperatorError(`${faults.join('; ')}. Mend it in the environment or in .env.`)
  return values as T
}
