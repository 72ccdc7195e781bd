const own =
  /\b(?:i|we)(?:'ve| have| had)?(?: just| already| also)? (?:cancell?ed|called off)\b|\b(?:was|were|is|has been|have been|had been|got|been) (?:just |already )?(?:cancell?ed|called off)\b|\b(?:the|my|a) cancell?ed (?:order|one)\b/i

const order =
  /^\W*(?:(?:please|pls|and|so|then|ok|okay|just|now|can you|could you|would you|you can|i want to|i'd like to|let'?s)\W+)*(?:cancel|call off)\s+(?:the|my|that|this|it|them|those|these|both|all|order)\b(?!\s+(?:\w+\s+)?(?:return|refund|complaint|claim|change|account|subscription|newsletter)\b)/i

/** Whether a text tells to cancel something. */
export const saysToCancel = (text: string): boolean => order.test(text.replaceAll('’', "'"))

/** Whether a text tells of an order that was cancelled before, rather than of one to be cancelled. */
export const saysCancelledBefore = (text: string): boolean =>
  own.test(text.replaceAll('’', "'")) &&
  !/\b(?:not|n't|never|to be|want\w*|please|if)\b[^.?!]{0,20}\bcancell?ed/i.test(text)
