import { stem } from './tokenise.ts'

const functionWords = `a an the this that these those it its itself they them their theirs themselves he she him her his
  we us our ours you your yours yourself i me my mine myself im ive id ill youre youve youd youll theyre theyve were weve
  hes shes thats theres whats hows wheres whens whos
  and or but nor so if then than as because cause while though although of to in at by for from with into onto about
  is am are was be been being isnt arent wasnt werent do does did doing done dont doesnt didnt
  has have had having hasnt havent hadnt can cant cannot could couldnt will wont would wouldnt shall should shouldnt
  may might must let lets gonna wanna gotta ought
  what which who whom whose when where why how
  there here just also too very really quite pretty even still already again ever usually normally generally typically
  please pls thanks thank thx hi hello hey dear sir madam ok okay oh well um u ur r n ya`

/** Words of every subject: they may help to rank, but a passage that has only these says nothing of the question. */
const lightWords = `get got gotten give gave given go goes going gone went come came make made take took taken put keep kept
  want need like wish hope try tried know knew tell told say said ask show shown explain see saw seen look find found
  think thought mean meant help use work happen seem start able possible allow suppose accept offer provide include sell
  sure right good bad best better nice great new old big small different
  thing stuff something anything nothing everything someone anyone somebody anybody everyone one
  way kind sort type lot bit much many more most less least few several any some all both each every
  no not yes only other another same own such else instead
  now today tomorrow yesterday soon later before after since until during once always never sometimes often
  up down on off out over under back away around between through without within per via
  first last next long time day week month year hour minute
  question info information detail policy rule procedure process option people person guy customer item
  actually basically maybe probably currently exactly possibly simply`

const lightWeight = 0.2

const listed = (words: string): string[] => words.split(/\s+/)
const functions: ReadonlySet<string> = new Set(listed(functionWords))
const light: ReadonlySet<string> = new Set(listed(lightWords).map(stem))

/** The words above as they are written; a slip in one of them is none in the documents' words. */
export const commonWords: readonly string[] = [...listed(functionWords), ...listed(lightWords)]

/** How much a word says of a question's subject, before anything is known of the documents: 0 to 1. */
export const wordWeight = (word: string): number => (functions.has(word) ? 0 : light.has(stem(word)) ? lightWeight : 1)
