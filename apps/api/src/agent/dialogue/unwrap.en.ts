const wrapping =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?[,.! ]+)?(?:(?:just )?(?:a )?(?:quick |short |one )?question(?: please)?[:,.]|i(?: have|'ve| got|'ve got)? (?:a |one )?(?:quick |short )?question[:,.]|i(?:'m| am| was)? ?(?:just )?wondering,?(?: if)?|(?:can|could|would) you (?:please )?(?:help me (?:with|on)|tell me|explain)|(?:please )?(?:help me with|tell me)(?: about)?|i(?:'d| would) like to know(?: about)?|i need (?:some )?help with|what do i need to know about|do you know)[,:]?\s+/i

/** A question without the words that only lead up to it ("quick question:", "could you tell me …"). */
export function unwrap(text: string): string {
  const bare = text.replace(wrapping, '')
  return bare.trim() === '' ? text : bare
}
