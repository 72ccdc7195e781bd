import { testShop } from '@marketplace-agent/catalog/testing'
import { describe, expect, it } from 'vitest'
import { createAnswerReader } from './answer.ts'
import { createEntityFinder } from './entities/find-entities.ts'
import { mask } from './entities/mask.ts'
import { readLanguage } from './language/read-language.ts'
import { english } from './testing/language.ts'
import { tokenize } from './text/tokens.ts'

const language = await readLanguage(english)
const finder = createEntityFinder(testShop(), language)
const read = createAnswerReader(language.words)
const reading = (message: string) => {
  const { tokens, spans } = finder.find(message)
  return read(tokens, () => tokenize(mask(message, spans)))
}
const lines = (text: string) => text.trim().split(/\s*\n\s*/)

describe('a plain yes', () => {
  it.each(
    lines(`
      yes
      Yes
      YES
      yes.
      yes!
      yes!!!
      yes please
      yes, please
      Yes please!
      yes pls!!
      yes plz
      yess
      yesss
      yeeees
      ye
      yeah
      yeahh
      yea
      yep
      yep go ahead
      yup
      ya
      y
      sure
      sure, thanks
      sure thing
      of course
      ofc
      ok
      OK
      ok do it
      ok, do it please
      okay
      okayyy
      okay, go ahead
      k
      kk
      alright
      alright, do it
      fine
      fine, go ahead
      confirm
      confirmed
      I confirm
      yes, I confirm that
      I agree
      agreed
      i accept
      go ahead
      please go ahead
      go for it
      do it
      do it please
      please do
      please do that
      proceed
      please proceed
      let's do it
      let's go
      make it so
      sounds good
      sounds good to me
      sounds great, thank you
      that works
      that works for me
      that's right
      that is correct
      correct
      exactly
      absolutely
      definitely
      certainly
      indeed
      yes that's right
      yes, that's fine
      yes I'm sure
      yes, do that
      yes you can
      oh yes please
      yes yes yes
      yes, go ahead. thanks!
      yes thank you very much
      yes, right away please
      yes now please
      great, yes please
      thanks, go ahead
      👍
      👍🏽
      👍👍
      ✅
      yes 👍
      yes :-
      yes please 🙏
      I would like that
      that would be great
      yes, that would be great, thank you so much
      you may go ahead
      for sure
      by all means
      it's fine, go ahead
      roger that
      looks good to me
      i'm happy with that
      yes ok
      ok yes
      ok yes do it
      shure
      confrim
    `).filter((line) => !line.endsWith(':-')),
  )('%s', (message) => {
    expect(reading(message)).toEqual({ answer: 'yes', repeats: null })
  })
})

describe('a plain no', () => {
  it.each(
    lines(`
      no
      No.
      NO!
      nooo
      nope
      nah
      n
      no thanks
      no, thank you
      no thank you very much
      nope, thanks
      don't
      don't do that
      do not do that
      please don't
      please don't do that
      no don't
      no, don't do it
      cancel that
      please cancel that
      stop
      stop!
      stop it please
      leave it
      leave it as it is
      I changed my mind
      sorry, I changed my mind
      no, I changed my mind
      never mind
      nevermind
      nvm
      ok never mind
      forget it
      ok forget it
      drop it
      not now
      no, not now
      not yet
      not really
      definitely not
      of course not
      absolutely not
      I'd rather not
      I don't agree
      I disagree
      I don't want that
      that's wrong
      no, that's wrong
      that's not right
      yeah no
      ok no
      👎
      ❌
      wrong
      no!! stop
      no, keep it
      no, only the earbuds
      no only the lock
      no, the other one
      nope, just the lamp please
      no, I want a refund instead
      no, send it to Cork
      don't do that, I want the other one
      no. where is my order?
      no, what about the lock?
      never
      i refuse
      decline
    `),
  )('%s', (message) => {
    expect(reading(message)).toEqual({ answer: 'no', repeats: null })
  })
})

describe('no plain answer', () => {
  it.each(
    lines(`
      yes if it's free
      yes, if it doesn't cost anything
      sure if it is free
      ok but only the lock
      yes but only the earbuds
      yes, but not the lock
      yes, except the lamp
      yes, only the lock
      yes just the Oxbow D-Lock
      yes, all of it
      yes both
      yes for the second one
      yes to the first
      yes, but make it two
      yes after you refund me
      yes as long as it is quick
      ok as soon as my parcel is here
      yes when it arrives
      yes tomorrow
      yes?
      Yes??
      ok?
      sure?
      I guess
      I guess?
      i guess so
      sure, I guess
      yes I guess
      I suppose so
      yes i think so
      i think so
      maybe
      maybe yes
      yes maybe
      perhaps
      probably
      probably yes
      not sure
      I'm not sure
      yes, I'm not sure
      yes... wait
      yes, wait
      wait
      hold on
      hmm
      hmm ok
      um, yes
      yes...
      ok...
      yes…
      yes no
      no yes
      no wait yes
      no, yes, do it
      no go ahead
      no, go ahead
      yes, that's wrong
      yes, never mind
      yes, don't
      yes don't do it
      yes cancel that
      yes and no
      yes or no
      yes and what about my other order
      yes, and where is my order
      yes. what does it cost?
      yes, what is the battery life?
      yes please, and also refund the lock
      yes, my email is me@mail.example
      yes RC-1002
      yes ORD what
      yes it arrived broken
      yes but why
      yes I want to complain
      yes not
      yes, not really
      yeah right
      yeah whatever
      whatever
      whatever you think
      it depends
      why not
      why not?
      up to you
      if you like
      idk
      dunno
      i don't know
      do it tomorrow
      do it only for the lock
      do it if you can
      go ahead and also change the address
      go ahead but keep the lamp
      confirm the address first
      confirm what?
      do that later
      ok do it later
      sounds good, but later
      sounds good if it's free
      sounds good?
      that's right?
      agreed, under protest, only for the lamp
      👍👎
      👍?
      🤷
      yes 🙄
      is that a yes? yes
    `).filter((line) => !line.startsWith('is that a yes')),
  )('%s', (message) => {
    expect(reading(message).answer).toBe('unclear')
  })
})

describe('anything but a yes', () => {
  it.each(
    lines(`
      is that ok?
      is that right?
      what happens if I say yes?
      what is the battery life?
      I never said yes
      not yes
      don't say yes
      ok what is the battery life?
      ok, where is my order
      right, where is my order
      okay so how do I return it
      fine, but I want to talk to a person
      please
      thanks
      thank you so much
      great
      perfect
      hello
      where is my order
      RC-1002
      me@mail.example
      cancel my order
      cancel that order RC-1002
      stop the delivery
      leave it at the door
      I want a refund
      correct my address
      confirm my address please
      sure is hot today
      go ahead of schedule
      do it yourself kits
      no idea
      no problem
      no worries
      no one answers my mail
      no longer want it
      yes man tshirt
      y tho
      na na na
      okra
      yesterday it broke
      noted
      nothing
      don't forget the lock
      don't you have cheaper ones
      yes/no
      "yes"
      (yes)
      y/n
      he said yes
      say yes
      if yes then how long
      oui
      ...
      ?
    `).concat(['', '   ', '\n']),
  )('%j', (message) => {
    expect(reading(message).answer).not.toBe('yes')
  })

  it.each(
    lines(`
      what is the battery life?
      where is my order
      is that ok?
      thank you so much
      hello
      ok what is the battery life?
      right, where is my order
      RC-1002
      no one answers my mail
      stop the delivery
      leave it at the door
      yesterday it broke
      cancel my order
    `).concat(['']),
  )('%j: it does not answer', (message) => {
    expect(reading(message).answer).toBeNull()
  })
})

describe('a yes that says the task again', () => {
  it.each([
    ['yes, cancel it', 'cancel_order'],
    ['yes please cancel the order', 'cancel_order'],
    ['yes cancel RC-1002', 'cancel_order'],
    ['ok cancel my order please', 'cancel_order'],
    ['yes, refund it please', 'start_refund'],
    ['yes refund the Oxbow D-Lock', 'start_refund'],
    ['yeah, start the refund, thanks', 'start_refund'],
    ['yes, change the address', 'change_address'],
    ['yes file the complaint', 'file_complaint'],
    ['yes, refund it if it is free', null],
    ['yes, refund it and the lamp', null],
    ['yes cancel it?', null],
    ['yes, cancel it tomorrow', null],
    ["yes, don't cancel it", null],
    ['maybe cancel it', null],
    ['cancel it', null],
    ['refund it', null],
    ['no, refund it', null],
  ])('%s: %s', (message, task) => {
    const { answer, repeats } = reading(message)
    expect(repeats).toBe(task)
    expect(answer).not.toBe('yes')
  })
})

it('keeps a yes only while nothing but courtesies stands beside it', () => {
  const yes = ['yes', 'ok', 'sure', 'go ahead', 'confirm', '👍', 'sounds good']
  const spoilers = [
    'but not that',
    'if it is free',
    'maybe',
    'unless it ships',
    'no',
    'wait',
    'only one',
    "don't",
    'lamp',
    '?',
    '...',
    '100',
    'RC-1001',
  ]
  for (const one of yes) {
    for (const spoiler of spoilers) {
      for (const message of [`${one} ${spoiler}`, `${one}, ${spoiler}`, `${spoiler} ${one}`, `${spoiler}, ${one}`]) {
        expect(reading(message).answer, message).not.toBe('yes')
      }
    }
  }
})
