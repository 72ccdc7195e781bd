/** A label inside a sentence: "Battery life" -> "battery life", but "TVs", "USB ports" and "Wi-Fi" as they are. */
export const lowerFirst = (label: string) =>
  /^.\S*[\p{Lu}\d]/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
