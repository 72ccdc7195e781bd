const correcting =
  /^(?:(?:no+|nope|nah|sorry|oops|wait|actually|not that|that'?s not (?:it|what i meant))\b[\s,.!:;–-]*)*(?:(?:what )?i(?:'m| am| was)? (?:(?:actually|really|just) )?(?:mean|meant|wanted|want|said|asked|asking|talking|say)\b|it(?:'s| is| was)\b)?(?:\s+(?:to (?:say|ask|write|know)|was|is|about|for|the|a|an|my))*[\s,:;–-]*/i

/** What is meant, in a message that puts the one before right ("no, I meant my refund": "refund"); null where it says only no. */
export function putRight(message: string): string | null {
  const meant = message.trim().replace(correcting, '').trim()
  return /\p{L}{3}/u.test(meant) && !/^(?:something|sth|anything) else\b/i.test(meant) ? meant : null
}
