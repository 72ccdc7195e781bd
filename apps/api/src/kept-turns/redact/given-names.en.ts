/** Given names that are frequent among people who write English, and are no other word of theirs. */
export const givenNames: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alejandro alessandro alex alexander alexandra
  alfred ali alice alicia alison allison amanda amelia amina amir amy ana anastasia andrea andreas andrew angela anita ann
  anna anne annie anthony antonio arthur ashley audrey barbara beatrice ben benjamin bernard beth bethany betty beverly
  bradley brandon brenda brian bruce bryan camila carl carla carlos carmen carol caroline catherine cathy charles charlie
  charlotte cheryl chloe chris christian christina christine christopher cindy claire clara claudia colin connor
  craig cristina cynthia daniel daniela danielle dave david deborah debra denise dennis derek diana diane diego dmitri
  dominic donald donna doris dorothy douglas dylan eduardo edward edwin eileen elaine eleanor elena elizabeth ella ellen
  ellie elsie emily emma eric erica erik ethan ethel eugene eva evelyn fatima felix fernando fiona florence francesca
  francesco francis francisco frederick gabriel gareth gary geoff geoffrey george georgia gerald gillian giovanni giulia
  giuseppe gloria gordon graham greg gregory hannah harold harriet harry hassan hector heidi helen helena henry hiroshi
  howard hugh hussein ian ibrahim igor ines ingrid irene isaac isabel isabella isla ivan jacob jacqueline jake james jamie
  jane janet janice jasmine jason javier jeff jeffrey jen jenna jennifer jenny jeremy jerry jesse jessica jill jim jimmy
  joan joanna joanne joe joel johannes john johnny jonathan jordan jorge jose josef joseph josephine joshua juan judith
  judy julia julian julie juliet justin karen karin karl kate katherine kathleen kathryn kathy katie keith kelly kenneth
  kevin kimberly kirsty klaus kristen kumar kyle larry lars laura lauren lawrence leah lena leo leon leonard leslie lewis
  liam linda lindsay lisa logan lorenzo lorraine louis louise luca lucas lucia lucy luigi luis lukas luke lydia lynn
  madeleine magdalena malcolm manuel marcel marco marcus margaret margarita maria mariam marie marilyn mario marjorie
  martha martin martina marvin mary mateo matt matthew maureen maurice megan mehmet melanie melissa michael michelle miguel
  mike mila mohamed mohammad mohammed monica muhammad mustafa nadia nancy naomi natalia natalie natasha nathan neil nicola
  nicolas nicole nigel nina noah nora norman oliver olivia olga omar oscar pablo pamela patricia patrick paul
  paula pauline pedro peter philip phillip phoebe pierre piotr priya rachel rajesh ralph raymond rebecca ricardo richard
  robert roberto robin rodrigo roger ronald rosemary roxanne russell ruth ryan sabrina samantha samuel sandra sanjay sara
  sarah scott sean sebastian sergei sergio sharon sheila shirley silvia simon sofia sonia sophia sophie stacy stanley
  stefan stella stephanie stephen steve steven stuart sunita susan suzanne svetlana sylvia tatiana teresa thelma theodore
  theresa thomas tiffany tim timothy tina tom tommy toni tony tracey tracy trevor tyler valentina valerie vanessa vera
  veronica victoria vikram vincent vladimir walter wanda wayne wendy wilhelm william xavier yasmin yolanda yusuf yvonne
  zachary zoe`.split(/\s+/),
)
