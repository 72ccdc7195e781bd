/** Made-up names of things, as they stand in sentences of any shop; none is a shop's own. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/)

export const brands = list(`
  Norvella
  Tavik
  Oldmere
  Brisk & Sons
  Quorra
  Lumetto
  Hasseld
  Pinewick
  Zentaro
  Maravel
`)

export const categories = list(`
  kettles
  headphones
  rain jackets
  running shoes
  desk lamps
  sofas
  laptops
  perfumes
  garden chairs
  phone cases
  backpacks
  vitamins
  board games
  drills
  tents
  dresses
  monitors
  dog beds
  wine glasses
  notebooks
`)

export const models = list(`
  K2
  Classic
  300
  Pro 12
  Mini
  X-40
  Air
  Nova
  S7
  Duo
`)

export const kinds = list(`
  kettle
  headphones
  rain jacket
  running shoes
  desk lamp
  sofa
  laptop
  perfume
  garden chair
  phone case
  backpack
  blender
  board game
  drill
  tent
  dress
  monitor
  dog bed
  tablet
  watch
`)

export const features = list(`
  battery life
  weight
  height
  capacity
  screen size
  material
  noise level
  waist size
  power
  lining
`)

export const values = list(`
  blue
  16 GB
  large
  size 9
  2 metres
  leather
  black
  500 ml
  stainless steel
  wireless
`)

export const dates = list(`
  Friday
  12 May
  next Tuesday
  3 December
  the 21st
  1/8
  tomorrow
  August 4th
`)

export const people = list(`
  anna.berg@mail.example
  j.okafor@post.example
  mia_lind@home.example
  t.rossi82@mail.example
`)

export const addresses = list(`
  12 Elm Street, Leeds, LS1 4DT
  Lindenweg 8, 50667 Köln
  480 Harbor Avenue, Portland, OR 97201
  3 Rue des Lilas, Lyon
`)
