const wrapping =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?[,.! ]+)?(?:(?:just )?(?:a )?(?:quick |short |one )?question(?: please)?[:,.]|i(?: have|'ve| got|'ve got)? (?:a |one )?(?:quick |short )?question[:,.]|i(?:'m| am| was)? ?(?:just )?wondering,?(?: if)?|(?:can|could|would) you (?:please )?(?:help me (?:with|on)|tell me|explain)|(?:please )?(?:help me with|tell me)(?: about)?|i(?:'d| would) like to know(?: about)?|i need (?:some )?help with|what do i need to know about|do you know)[,:]?\s+/i

const pausing =
  /^(?:(?:h+m+|m+h+m*|u+h+m*|u+m+|e+r+m*|a+h+|o+h+|aha|huh|well|so|ok(?:ay)?|alright|right|yeah|like|you know|i mean|now|and|but|anyways?|actually|listen|look|sorry)\b[\s,.…!-]*)+(?=\p{L})/iu

/** A question without the words that only lead up to it ("quick question:", "could you tell me …"). */
export function unwrap(text: string): string {
  const bare = text.replace(pausing, '').replace(wrapping, '')
  return bare.trim() === '' ? text : bare
}
