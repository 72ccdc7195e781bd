const opening = String.raw`^\W*(?:(?:ok(?:ay)?|oh|um+|uh+|hm+|er+|well|please|pls|sorry|but|and|hey|so|actually|yeah|ah)\b\W*)*`
const pause = String.raw`(?:wait|hold on|hang on|hold it|hold (?:your|ur) horses|not (?:just )?yet|not so fast|slow down|(?:just )?(?:a|one|1|give me a|gimme a) (?:sec(?:ond)?|moment|min(?:ute)?)|bear with me|let me (?:think|check|ask|see|look)|(?:i(?:'ll| will|'d| would)? )?(?:need|have|want|like) to (?:think|check|ask|see|sleep)|(?:i )?(?:must|gotta) (?:think|check|ask)|(?:i'?m |i am )?still thinking|in a (?:sec(?:ond)?|moment|min(?:ute)?)|brb|stand by|hold off)`
const holding = new RegExp(String.raw`${opening}${pause}\b`, 'i')
const refusing = new RegExp(
  String.raw`${opening}(?:no+(?!\s+(?:prob\w*|worries|rush|hurry|idea|doubt|clue|one)\b)|nope|nah|stop)\b\W*`,
  'i',
)

/** Most words of what only asks for time ("hold on, I have to ask my wife first"). */
const mostWords = 14

const dropping =
  /\b(?:stop|forget|never ?mind|leave it|drop (?:it|that)|scrap|don'?t do|cancel that|changed my mind)\b|\b(?:cancel|abort)\W*$/i
const atTheEnd = /\b(?:no+|nope|nah)\W*$/i

/** "Wait", "hold on", "not yet": nothing is decided yet. A no beside it decides ("no wait"), but "no, not yet" only waits. */
export function asksToWait(message: string): boolean {
  const text = message.replaceAll('’', "'")
  if (text.split(/\s+/).length > mostWords || dropping.test(text)) return false
  if (holding.test(text)) return !atTheEnd.test(text)
  return refusing.test(text) && /^\W*not yet\b/i.test(text.replace(refusing, ''))
}

const reported =
  /\b(?:he|she|they|(?:my|the|our) \w+|boss|mum|mom|dad) (?:just |now )?(?:says?|said|told me|thinks?|wants?|prefers?)(?: that| me)? (?:no+(?!\s+(?:prob\w*|worries|rush|hurry)\b)|nope|nah|not to|don'?t|we shouldn'?t|i shouldn'?t|it'?s a no|to leave it)\b/i

/** "He says no": somebody else's no is one, too. */
export const reportsNo = (message: string): boolean => reported.test(message.replaceAll('’', "'"))

/** Whether a message begins or ends with a plain no. */
export const saysPlainNo = (message: string): boolean => refusing.test(message) || atTheEnd.test(message)
