/** What people say around a request whatever it is about, so that it tells nothing of what is asked. */
const lines = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/)

export const before = lines(`
  hi
  hello
  hey
  hi there
  hello there,
  hey guys,
  good morning,
  good afternoon
  good evening.
  hi, i hope you are well.
  dear team,
  dear customer service,
  to whom it may concern,
  please
  pls
  excuse me
  sorry to bother you but
  sorry,
  ok
  okay so
  so
  well
  alright,
  right,
  um
  and
  also
  but
  oh and
  one more thing,
  another question:
  question:
  quick question,
  quick q
  i have a question.
  i have a question about something:
  just wondering,
  just wanted to ask
  i was wondering
  i wonder
  i'd like to know
  i would like to know
  i want to know
  i need to know
  i need to ask
  can i ask
  may i ask
  can you tell me
  could you tell me
  can you please tell me
  could you please let me know
  can someone tell me
  can anyone tell me
  would you be able to tell me
  tell me
  please tell me
  let me know
  do you know
  do you happen to know
  any idea
  any chance you know
  help
  help me please
  i need help
  i need some help.
  can you help me
  could you help me
  can someone help me
  hoping you can help.
  trying to find out
  i can't find it on the website,
  i looked everywhere on your site.
  i'm on my phone so excuse the typing.
  my name is anna.
  it's me again.
  as i said,
  actually
  basically
  listen,
  guys
  yo
  ugh
  hmm
  thanks.
`)

export const after = lines(`
  please
  pls
  plz
  thanks
  thank you
  thanks in advance
  many thanks
  thx
  ty
  cheers
  ?
  ??
  !
  ...
  today
  now
  asap
  quickly please
  can you help
  can you help me
  can you help me please
  please help
  help
  let me know
  please let me know
  please advise
  what do i do
  any help would be great
  i'd appreciate it
  kind regards
  best regards, anna
  regards
  i'm a regular customer
  lol
  :)
  hope to hear from you soon
`)
