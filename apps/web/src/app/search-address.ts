import { defaultStringifySearch } from '@tanstack/react-router'

/**
 * A page's search as its address says it: a list is its key repeated (`brand=A&brand=B`), as the API has it, not JSON.
 * The router's own parser reads that back; a list of one comes back as its one value, so who reads a search takes both.
 */
export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (Array.isArray(value)) for (const each of value) parameters.append(key, String(each))
    else
      for (const [, text] of new URLSearchParams(defaultStringifySearch({ [key]: value }))) parameters.append(key, text)
  }
  const text = parameters.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}
