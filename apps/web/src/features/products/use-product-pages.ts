import type { ListedProduct } from '@marketplace-agent/api-client'
import { searchProductsOptions } from '@marketplace-agent/api-client/react-query'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ProductSearch } from './product-search.ts'

/** So many products come with one request. */
export const pageSize = 36

/** So long a page must be in sight before it is asked for: one that is scrolled past costs nothing. */
const restMilliseconds = 90

const pageOptions = (search: ProductSearch, page: number) => {
  const { category = [], brand = [], ...rest } = search
  return searchProductsOptions({
    query: { ...rest, category: [...category], brand: [...brand], limit: pageSize, offset: page * pageSize },
  })
}

/** The first page of a search, which says how many there are and the facets. While a new search is under way, the last one's. */
export const useFirstPage = (search: ProductSearch) =>
  useQuery({ ...pageOptions(search, 0), placeholderData: keepPreviousData })

/** The pages from the one with `first` to the one with `last` (positions in the whole list), as they come. */
export function useProductPages(search: ProductSearch, first: number, last: number) {
  const from = Math.floor(first / pageSize)
  const to = Math.max(from, Math.floor(last / pageSize))
  const [rested, setRested] = useState({ from: 0, to: 0 })
  useEffect(() => {
    const timer = setTimeout(() => setRested({ from, to }), restMilliseconds)
    return () => clearTimeout(timer)
  }, [from, to])
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...pageOptions(search, page),
      enabled: page > 0 && page >= rested.from && page <= rested.to,
    })),
  })
  return {
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const { error, refetch } of answers) if (error !== null) void refetch()
    },
    at(position: number): ListedProduct | undefined {
      const page = Math.floor(position / pageSize)
      return answers[page - from]?.data?.data?.items[position - page * pageSize]
    },
  }
}
