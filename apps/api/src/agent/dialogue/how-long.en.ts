const howLong =
  /\b(?:how (?:long|soon|fast|quick(?:ly)?|many (?:\w+ )?(?:days|weeks))|when (?:will|do|does|can|should|am i|is my|are you))\b/i

/** The part of a text that asks how long something takes ("how long till I get it"), to its end; null: none does. */
export function howLongIn(text: string): string | null {
  const found = howLong.exec(text)
  return found === null ? null : text.slice(found.index)
}

/** Whether a text asks for a time or a cost as a policy tells it ("what does a repair cost"), rather than for the thing. */
export const asksTerms = (text: string): boolean =>
  howLong.test(text) ||
  /\bhow much\b|\bwhat (?:does|do|would|will|is|are) .*\b(?:cost|costs|charge|price)\b/i.test(text)
