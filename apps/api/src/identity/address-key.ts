import { isIPv6 } from 'node:net'

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/**
 * What tries from an address are counted under: an IPv6 network of 64 bits counts as one, since a single line has that
 * many addresses; an IPv4 address written as IPv6 counts as itself.
 */
export function addressKey(address: string): string {
  const plain = mapped.exec(address)?.[1]
  if (plain !== undefined) return plain
  const unzoned = address.replace(/%.*$/, '')
  if (!isIPv6(unzoned)) return address
  // A URL's host is written in one way only: in lower case, shortened as far as may be.
  const written = new URL(`http://[${unzoned}]`).hostname.slice(1, -1)
  const [front = '', back] = written.split('::')
  const head = front === '' ? [] : front.split(':')
  const tail = back === undefined || back === '' ? [] : back.split(':')
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`
}
