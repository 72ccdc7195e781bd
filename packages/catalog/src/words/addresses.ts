const address = /[^\s@]+@\S+|(?:https?:\/\/|www\.)\S+/gi

/** The text with e-mail and web addresses blanked out, as long as before: what stands inside one names nothing. */
export const withoutAddresses = (text: string): string =>
  text.includes('@') || /:\/\/|www/i.test(text) ? text.replaceAll(address, (found) => ' '.repeat(found.length)) : text
