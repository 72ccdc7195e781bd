/** What every product has besides its specs, by the field of the product, with the words people use for it. */
export const builtInAttributes: Readonly<Record<string, readonly string[]>> = {
  price: ['price', 'prices', 'pricing', 'priced', 'price tag', 'cost', 'costs', 'how expensive'],
  warranty_months: ['warranty', 'warranties', 'guarantee', 'guarantees', 'guaranty', 'warrantee'],
  rating: [
    'rating',
    'ratings',
    'rated',
    'rate',
    'review',
    'reviews',
    'stars',
    'opinions',
    'what do people think',
    'what do customers think',
    'what do people say',
    'what do customers say',
  ],
  quantity: ['stock', 'in stock', 'out of stock', 'sold out', 'availability', 'available', 'how many left'],
  released: ['released', 'release date', 'launch date', 'launched', 'come out', 'came out', 'how old', 'how new'],
  brand: ['brand', 'brands', 'manufacturer', 'manufacturers', 'who makes', 'who made'],
  description: ['description', 'descriptions'],
}
