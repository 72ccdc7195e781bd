import { listCategoriesOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { useShop } from '../../lib/shop.ts'
import { Suggestions } from './suggestions.tsx'

/** Before anything was said: what one can ask. */
export function Welcome() {
  const { greeting } = useShop()
  const { data } = useQuery(listCategoriesOptions())
  const category = data?.data?.categories[0]?.label
  const suggestions = [
    'Where is my order?',
    'I want to return something',
    ...(category === undefined ? [] : [`Show me your ${category.toLowerCase()}`]),
    'How long does delivery take?',
    'What is your return policy?',
  ]
  return (
    <div className="flex min-h-0 grow flex-col justify-end gap-5 overflow-y-auto p-4 pb-6">
      <p className="text-lg text-balance">{greeting}</p>
      <Suggestions label="What you can ask" suggestions={suggestions} />
    </div>
  )
}
