/** A name inside a sentence: "Cases & Sleeves" -> "cases and sleeves", but "TVs" and "Wi-Fi and networking". */
export const inSentence = (name: string) => name.replaceAll(' & ', ' and ').split(' ').map(lowerFirst).join(' ')

/** A label inside a sentence: "Battery life" -> "battery life", but "TVs", "USB ports" and "Wi-Fi" as they are. */
export const lowerFirst = (label: string) =>
  /^.\S*[\p{Lu}\d]/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
