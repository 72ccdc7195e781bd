/** The singular forms that a word can be the plural of ("batteries" -> battery, batterie); none where it is no plural. */
export function singularsOf(word: string): string[] {
  if (word.length < 3 || !word.endsWith('s') || word.endsWith('ss')) return []
  const singulars = [word.slice(0, -1)]
  if (word.endsWith('ies') && word.length > 4) singulars.unshift(`${word.slice(0, -3)}y`)
  else if (word.endsWith('ves')) singulars.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`)
  else if (/(?:s|x|z|ch|sh|o)es$/.test(word)) singulars.push(word.slice(0, -2))
  return singulars
}

/** The plural forms that a word can have, likeliest first. */
export function pluralsOf(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`, `${word}s`]
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [`${word}es`]
  if (word.endsWith('o')) return [`${word}s`, `${word}es`]
  if (/[^f]fe?$/.test(word)) return [word.replace(/fe?$/, 'ves'), `${word}s`]
  return [`${word}s`]
}

/** One form for singular and plural, to compare words by. */
export const stem = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : /(?:sses|xes|zes|ches|shes)$/.test(word)
      ? word.slice(0, -2)
      : word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)
        ? word.slice(0, -1)
        : word
