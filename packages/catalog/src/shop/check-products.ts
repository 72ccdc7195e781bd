import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import { isInStock } from '../products/stock.ts'
import { type Fault, type Note, didYouMean, listed, noteIn } from './fault.ts'
import { isDay } from './instants.ts'
import type { Money } from './money.ts'

const file = 'products.json'

/** What the schema of a product can't say: that what it names exists, and that its fields agree. */
export function checkProducts(
  settings: ShopSettings,
  products: readonly ProductRecord[],
  pictures: ReadonlySet<string> | null,
  money: Money,
): Fault[] {
  const faults: Fault[] = []
  const byId = new Map(products.map((product) => [product.id, product]))
  const known = {
    categories: settings.categories.map(({ id }) => id),
    specs: new Set(settings.specs.map(({ id }) => id)),
    comparedSpecs: comparedSpecs(settings),
    products: byId,
    pictures,
    money,
  }
  const ids = new Set<number>()
  const names = new Map<string, number>()
  products.forEach((product) => {
    const note = noteIn(faults, file, `product ${product.id}`)
    if (ids.has(product.id)) note('id', `${product.id} is there twice; ids have to differ`)
    ids.add(product.id)
    const name = product.name.toLowerCase()
    const other = names.get(name)
    if (other !== undefined) note('name', `product ${other} is called "${product.name}" too; names have to differ`)
    names.set(name, product.id)
    checkProduct(product, known, note)
  })
  checkUpgrades(products, byId, faults)
  return faults
}

interface Known {
  readonly categories: readonly string[]
  readonly specs: ReadonlySet<string>
  /** Specs that a fit rule compares as numbers. */
  readonly comparedSpecs: ReadonlySet<string>
  readonly products: ReadonlyMap<number, ProductRecord>
  readonly pictures: ReadonlySet<string> | null
  readonly money: Money
}

const comparedSpecs = ({ fits }: ShopSettings) =>
  new Set(
    fits.flatMap(({ conditions }) =>
      conditions.flatMap(({ operator, accessory_spec: accessory, host_spec: host }) =>
        operator === 'shares' ? [] : [accessory, host],
      ),
    ),
  )

function checkProduct(product: ProductRecord, known: Known, note: Note) {
  const { category, specs, quantity, in_stock: inStock, released, price } = product
  if (!known.categories.includes(category)) {
    note(
      'category',
      `there is no category "${category}"${didYouMean(category, known.categories)}; categories are ${listed(known.categories)}`,
    )
  }
  for (const [id, value] of Object.entries(specs)) {
    if (!known.specs.has(id))
      note(
        `specs.${id}`,
        `shop.json has no spec "${id}"${didYouMean(id, known.specs)}; add it there or use one of its specs`,
      )
    else if (known.comparedSpecs.has(id) && typeof value !== 'number')
      note(`specs.${id}`, 'has to be a number: a fit rule of shop.json compares it')
  }
  if (inStock !== undefined && inStock !== quantity > 0) {
    note('in_stock', `is ${isInStock(product)}, but quantity is ${quantity}; make them agree or leave in_stock out`)
  }
  if (!known.money.isWhole(price))
    note('price', `${price} has more decimal places than the currency (${known.money.places})`)
  if (
    released !== undefined &&
    !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(released) &&
    !(released.length === 10 && isDay(released))
  ) {
    note('released', `"${released}" is neither a month like 2025-03 nor a day like 2025-03-14`)
  }
  checkPicture(product, known.pictures, note)
  product.bought_with?.forEach((id, index) => {
    if (id === product.id) note(`bought_with[${index}]`, 'a product can’t be bought with itself')
    else if (!known.products.has(id))
      note(`bought_with[${index}]`, `there is no product ${id}; use the id of a product in ${file}`)
  })
}

function checkPicture({ picture }: ProductRecord, pictures: ReadonlySet<string> | null, note: Note) {
  if (picture === undefined) return
  if (!/^[^/\\]+\.(?:svg|png|jpe?g|webp)$/i.test(picture))
    note('picture', `"${picture}" is not the name of an svg, png, jpg or webp file in pictures/`)
  else if (pictures?.has(picture) !== true)
    note('picture', `there is no file pictures/${picture}${didYouMean(picture, pictures ?? [])}`)
}

function checkUpgrades(products: readonly ProductRecord[], byId: ReadonlyMap<number, ProductRecord>, faults: Fault[]) {
  for (const product of products) {
    const { id, upgraded_from: older } = product
    if (older === undefined) continue
    const note = noteIn(faults, file, `product ${id}`)
    if (!byId.has(older)) note('upgraded_from', `there is no product ${older}; use the id of a product in ${file}`)
    else if (leadsBack(id, byId)) note('upgraded_from', `leads back to product ${id}; no model can follow itself`)
  }
}

function leadsBack(id: number, byId: ReadonlyMap<number, ProductRecord>): boolean {
  const seen = new Set<number>()
  let older = byId.get(id)?.upgraded_from
  while (older !== undefined && !seen.has(older)) {
    if (older === id) return true
    seen.add(older)
    older = byId.get(older)?.upgraded_from
  }
  return false
}
