/** A name in at most two lines of so many signs; what is longer ends in an ellipsis. */
export function linesOf(name: string, length: number): readonly string[] {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const cut = (line: string) => (line.length > length ? `${line.slice(0, length - 1)}…` : line)
  const [first = '', second, ...rest] = lines
  if (second === undefined) return first === '' ? [] : [cut(first)]
  const end = rest.length > 0 ? `${second.slice(0, length - 1).trimEnd()}…` : second
  return [cut(first), cut(end)]
}
