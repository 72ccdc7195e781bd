import { type ProductRecord, type ShopDocument, type ShopSettings, createFormat } from '@marketplace-agent/domain'
import { type Fault, didYouMean, listed, noteIn } from './fault.ts'
import { fillPlaceholders } from './placeholders.ts'

/** That documents are about what exists and their placeholders name something. `files` in the order of the documents. */
export function checkDocuments(
  documents: readonly ShopDocument[],
  files: readonly string[],
  settings: ShopSettings,
  products: ReadonlyMap<number, ProductRecord>,
): Fault[] {
  const faults: Fault[] = []
  const format = createFormat(settings)
  const categories = settings.categories.map(({ id }) => id)
  const ids = new Map<string, string>()
  documents.forEach((document, index) => {
    const file = files[index] ?? document.id
    const note = noteIn(faults, file, null)
    const other = ids.get(document.id)
    if (other !== undefined) note('id', `"${document.id}" is the id of ${other} too; ids have to differ`)
    ids.set(document.id, file)
    if (document.product !== undefined && !products.has(document.product)) {
      note('product', `there is no product ${document.product}; use the id of a product in products.json`)
    }
    if (document.category !== undefined && !categories.includes(document.category)) {
      note(
        'category',
        `there is no category "${document.category}"${didYouMean(document.category, categories)}; categories are ${listed(categories)}`,
      )
    }
    if (document.text.trim() === '') note(null, 'has no text after its front matter')
    const product = document.product === undefined ? undefined : products.get(document.product)
    for (const { placeholder, reason } of fillPlaceholders(document.text, { settings, format, product }).unresolved) {
      note(null, `${placeholder} can't be filled in: ${reason}`)
    }
  })
  return faults
}
