/** Figures that are a price: never personal, and what a question is often about. */
export const moneyBefore = /(?:[$€£¥₹]|\b(?:usd|eur|gbp|chf|aud|cad|rs))\s?$/i
export const moneyAfter = /^\s?(?:[$€£¥₹]|(?:dollars?|bucks?|euros?|pounds?|quid|usd|eur|gbp|chf|aud|cad)\b)/i

export const phoneBefore =
  /\b(?:phone|tel|telephone|mobile|cell|cellphone|whatsapp|sms|text|call|ring|fax|contact)\b[^\p{L}\p{Nd}]*(?:(?:number|no|nr|me|us|is|on|at|under)\b[^\p{L}\p{Nd}]*){0,3}$/iu

const figure = '(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|double|triple)'
/** "four four one double nine". */
export const spelledFigures = new RegExp(String.raw`\b(?:${figure}[\s,.-]+){3,}${figure}\b`, 'giu')
