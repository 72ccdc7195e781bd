/** Words that join or point and say nothing of the subject, as they are after apostrophes were dropped. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those it its they them their theirs he she him her his we us our ours you your yours
  i me my mine im ive id ill youre youve theyre were weve hes shes thats theres whats hows wheres
  and or but nor so if then than as because while though of to in on at by for from with without into onto about over
  under between through after before since until during up down out off per via
  is am are was be been being isnt arent wasnt werent do does did doing done dont doesnt didnt
  has have had having hasnt havent hadnt can cant cannot could couldnt will wont would wouldnt shall should shouldnt
  may might must let lets get gets got getting
  what which who whom whose when where why how
  not no yes any some all both each every either neither such other another same own
  there here now just also too very really only even still already again ever please thanks thank hi hello hey`.split(
    /\s+/,
  ),
)
