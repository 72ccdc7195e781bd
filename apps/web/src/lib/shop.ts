import type { GetShopResponse } from '@marketplace-agent/api-client'
import { getShopOptions } from '@marketplace-agent/api-client/react-query'
import { useSuspenseQuery } from '@tanstack/react-query'

export type Shop = GetShopResponse

/** The shop doesn't change while one looks at it. */
export const shopQuery = () => ({ ...getShopOptions(), staleTime: Infinity, gcTime: Infinity })

/** Name, currency, locale, contact: everything the app knows of the shop it shows. The root route has loaded it. */
export const useShop = (): Shop => useSuspenseQuery(shopQuery()).data
