/** What customers say in any shop, without naming anything it sells. */
export const everydaySentences = `
hi there
hello, anyone around?
good evening, i hope you can help me
what do you sell
what can you do for me
where is my order
where's my stuff, it has been two weeks
has my package shipped yet
when will it arrive
when is it coming, i leave on friday
it still has not come and i am worried
tracking says delivered but there is nothing here
the courier left it with a neighbour i do not know
can i change the address on my order
please send it to my office instead
i moved house last month
cancel my order please
i ordered twice by mistake
i want to cancel everything and start over
how do i return something
what is your return policy
how long do i have to send things back
who pays for the return
can i get my money back
i want a refund now
refund??
you owe me a refund since march
i was charged twice
there is a charge on my card i do not recognise
do you take paypal
can i pay in instalments
is it safe to pay here
do you have a gift voucher
my discount code does not work
is there a student discount
the website keeps crashing
i forgot my password
i cannot log in to my account
please delete my account
unsubscribe me from your emails
i want to complain about the service
your driver was very rude
this is the worst shop i have ever used
i am so angry right now
nobody answers the telephone
i have been waiting for an answer for days
it arrived broken
the box was crushed and wet
it stopped working after a week
it makes a strange noise
something is missing from the parcel
you sent me the wrong thing
this is not what i ordered
it is too small
it does not fit
it is a different one than in the picture
i want a replacement
can you repair it
is it covered if i drop it
how long is it covered
can i exchange it for a bigger one
which one is better
what is the difference between the two
which one would you recommend
i do not know what to choose
i am looking for a present for my mother
something for a child of six
do you have anything cheaper
what is the cheapest you have
show me the most expensive ones
what are your best sellers
is there anything new this week
do you have it in another one
is it heavy
how big is it
does it come with everything i need
is it easy to use
can i use it outside
is it loud
will it last
how do i clean it
how do i set it up
how do i switch it on
it will not turn on
where can i find the instructions
do you have a shop i can visit
what are your opening hours
are you open on sundays
where are you based
do you ship to canada
do you deliver on saturdays
how much is delivery
is delivery free
can i pick it up myself
how long does it take to get here
can you send it faster
i need it by tomorrow
can i talk to a person
give me a human
let me speak to your manager
call me back please
thank you very much
thanks, that is all
ok great
perfect, thanks a lot
yes please
no thanks
never mind
not that one, the other one
the second one
the last two
tell me more about it
and what about this one
how much is it
what does it cost
is that your final offer
can you do a better deal
why is it so dear
what is in it
who made this
i read the reviews and they are mixed
is this a joke
what is the weather like today
tell me a joke
who won the match last night
what is two plus two
write me a poem about the sea
how old are you
are you a robot
can you order me a pizza
book me a table for four
what time is it
i love you
you are useless
asdf qwerty
help
help me please i am stuck
what now
hmm
lol
whatever
sorry, wrong chat
one more thing
before i forget, can you check something else
can u plz tel me wen it wil b here
i dint recieve my oder yet
wheres my pakage??
i wanna retrun this
can i get a refnd
delivry is late agian
the adress is rong
i payed but got no confirmaton
your custmer servise is terible
its brokn
thx alot
my name is karen and i live in leeds
this is for mr thompson at number twelve
my wife bought it for our son in dublin
i am calling on behalf of my father who is eighty
we are a small school and need an invoice
can you put our company on the bill
do you sell to businesses
are you hiring
i want to work for you
who is your ceo
are your things made fairly
is the packaging recycled
do you plant trees
is it vegan
is it safe for dogs
can i take it on a plane
is it legal to use at night
i need it for a wedding
we are going on holiday in june
my birthday is next week
it was a gift so i have no receipt
the receipt is lost
the invoice is wrong
please send me the invoice again
can you reserve one for me
tell me when it is back
put me on the waiting list
how many can i order at once
is there a minimum order
i would like to order more of the same
same as last time please
can you repeat that
i do not understand
what do you mean
speak english please
are you sure about that
that is not true
you said the opposite yesterday
let me think about it
i will come back later
i changed my mind
forget it
stop
go back
start again
`
  .trim()
  .split('\n')
