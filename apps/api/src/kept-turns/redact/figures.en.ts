/** Figures that are a price: never personal, and what a question is often about. */
export const moneyBefore = /(?:[$€£¥₹]|\b(?:usd|eur|gbp|chf|aud|cad|rs))\s?$/i
export const moneyAfter = /^\s?(?:[$€£¥₹]|(?:dollars?|bucks?|euros?|pounds?|quid|usd|eur|gbp|chf|aud|cad)\b)/i

export const phoneBefore =
  /\b(?:phone|tel|telephone|mobile|cell|cellphone|whatsapp|sms|text|call|ring|fax|contact)\b[^\p{L}\p{Nd}]*(?:(?:number|no|nr|me|us|is|on|at|under)\b[^\p{L}\p{Nd}]*){0,3}$/iu

const figure = '(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|double|triple)'
/** "four four one double nine". */
export const spelledFigures = new RegExp(String.raw`\b(?:${figure}[\s,.-]+){3,}${figure}\b`, 'giu')

/** What a bare figure is when this comes before it, whatever else it could be. */
export const ownBefore =
  /\b(?:(?:at|house|door|flat|apt|apartment|room|unit|street|building|floor|account|customer|client|card|member(?:ship)?|passport|licen[cs]e|licence|plate|serial|model|pin|vat|tax|policy|iban|vin|meter|room)\s+(?:number|numbers|no|nr|id)|ip(?:v[46])?(?:\s+address)?|born(?:\s+on)?|dob|birth(?:day|date)|(?:date|day) of birth|zip|post(?:al)?\s?code|pin|passport|ssn|vin|imei|serial)\b[^\p{L}\p{Nd}]*(?:(?:is|was|of|on|number|no|nr)\b[^\p{L}\p{Nd}]*){0,2}$/iu

/** "Licence plate B-MK 1234", "my reg is ab12 cde". */
export const plate =
  /\b(?:licen[cs]e\s+plates?|number\s+plates?|plates?|registration(?:\s+(?:number|plate))?|reg|vin|passport|driving\s+licen[cs]e|driver['’]?s\s+licen[cs]e|id\s+card|national\s+insurance|social\s+security|ssn)\b[\s:#]*(?:(?:number|no|nr|is|was)\b[.\s:#]*){0,2}((?:\p{L}{1,3}[\s.-]){0,3}\p{L}{0,3}\p{Nd}[\p{L}\p{Nd}]*(?:[\s.-]+(?:\p{L}{0,2}\p{Nd}[\p{L}\p{Nd}]*|\p{L}{2,3}(?=\s*(?:[.,;!?]|$))))*)/giu
