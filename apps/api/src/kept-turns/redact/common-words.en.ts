/** Words of everyday messages to a shop that are nobody's name, beside those the shop itself writes. */
export const commonWords: ReadonlySet<string> = new Set(
  `a able about account actually after again ago all already also always am an and another answer any anybody anymore
  anyone anything anyway are around arrive arrived as asap ask asked asking at away back bad be because been before being
  believe best better between bill both bought box break broke broken but buy by bye call called came can cancel cannot
  cant card care case change changed charge charged chat cheap cheaper check come comes coming company complain complaint
  confirm contact correct cost could couldnt country customer damaged date day days dear deal deliver delivered delivery
  did didnt different do does doesnt doing done dont down each early either else email end enough even ever every
  everyone everything exchange expected faulty feel few find fine first fix for forget forgot found free friend from full
  further gave get gets getting give given go goes going gone good got great had half happen happened happy hard has hasnt
  have havent having he hello help helpful her here hey hi him his home hope hour hours how however i id if ill im
  immediately in incorrect info instead into is isnt issue it item items its ive job just keep kind knew know last late
  later least leave left less let lets like line list little long look looking lost lot made mail make man many maybe me
  mean meant message might mind mine minute missing mistake money month months more morning most much must my myself name
  need needed needs never new next nice night no nobody none nope not note nothing now number of off office ok okay old on
  once one ones online only open or order ordered orders other our out over own package paid parcel part parts pay paying
  payment people perhaps person phone pick place please pls plz possible post price problem product products promised put
  question quick quite rather read ready real really reason received refund refunded regards remember repair replace
  reply request respond response return returned right said same saw say says see seem seems seen sell send sending sent
  service set several shall she ship shipped shipping shop should show sick signed simply since sir so some somebody
  someone something soon sorry speak staff start status still stop store street stuff such sure take taken talk team tell
  terrible than thank thanks that thats the their them then there these they thing things think this those though thought
  through till time times tired to today together told tomorrow tonight too took tracking tried true try trying twice two
  under understand until up update upon upset urgent us use used using usually very via wait waiting want wanted wants was
  wasnt way we week weeks well went were what whats when where wheres whether which while who whole whose why will wish
  with within without wont word work working works worst would wouldnt write wrong yeah year years yep yes yesterday yet
  you your yours youre black white blue red green cash christmas easter paypal visa mastercard wifi bluetooth
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december madam mr mrs ms miss sirs morning afternoon evening weekend
  dropped opened scratched loves liked likes loved turned uses plays lives lived thinks thought says works wore wears
  washed cleaned lent gives opens finds hates hated prefers studies travels both is are isnt arent wasnt doesnt chatbot
  assistant robot human guys folks everybody gift present birthday quick wheres theres heres whos hows whens gorgeous hun hon love mate dude
  frustrated confused annoyed fuming gutted disgusted devastated stuck sat stood sitting standing`.split(/\s+/),
)
