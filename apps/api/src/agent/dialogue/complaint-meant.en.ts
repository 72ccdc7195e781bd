/** "No, I mean a complaint": what was said before was one. */
export const meansComplaint = (text: string): boolean =>
  /\b(?:mean|meant|want|wanted|is|was|talking about|trying to|for)\b(?: it)?(?: as| is| was| to| (?:make|file|lodge|register|be))*(?: a| my| the)?(?: \w+)? complain(?:t|ing)?\W*$/i.test(
    text,
  )
