/** Whether what comes next was bought, by the words before it ("I bought the …", "got my …"). */
export const saysBoughtBefore = (text: string): boolean =>
  /\b(?:bought|buyed|ordered|purchased|got|received|own|have)\b(?:\W+\w+){0,4}\W*$/i.test(text)

/** Whether a kind of thing is asked for, by the words before it and after it. */
export const asksForKind = (before: string, after: string): boolean =>
  /\b(?:need\w*|want\w*|look(?:ing)? for|is there|are there|do you (?:have|sell|stock|carry)|have you(?: got)?|which|what|any|recommend|suggest|would like|i'?d like|could use|after|searching|get|find|missing)\b(?:\W+\w+){0,6}\W*$/i.test(
    before,
  ) && /\b(?:it|that|this|them|which|what|any|have|fits?|goes|works?|recommend|suggest)\b|\?/i.test(after)

/** "What if it breaks?", "and when it stops working?": a fault that may come. */
export const supposesItBreaks = (text: string): boolean =>
  /\b(?:what (?:if|when|happens (?:if|when)|about when)|and (?:if|when)|suppose|in case)\b[^.!]{0,30}\b(?:breaks?|fails?|dies?|stops? (?:working|functioning)|goes? (?:wrong|bad|bust|kaputt?)|gives? up|packs? (?:up|in)|malfunctions?|falls? apart|broke|is (?:broken|faulty|defective))\b/i.test(
    text,
  )

/** What is asked of a product by that. */
export const warrantyTopic = 'warranty'

/** The same as it is asked of the policies. */
export const whatWarrantyCovers = 'What does the warranty cover if an item is defective?'
