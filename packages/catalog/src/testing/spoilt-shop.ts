import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ShopContents } from '../shop/create-shop.ts'
import { faultLine } from '../shop/fault.ts'
import { checkShop } from '../shop/load-shop.ts'
import { testContents, writeShop } from './test-shop.ts'

/** Contents that a test may spoil. */
export type Spoilable<T> = T extends readonly (infer E)[]
  ? Spoilable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Spoilable<T[K]> }
    : T
export type Contents = Spoilable<ShopContents>
export type Spoil = (contents: Contents) => void

/** A name, what is spoilt, and the faults that are told. */
export type SpoiltCase = readonly [name: string, spoil: Spoil, ...faults: string[]]

/** Writes the bicycle shop, its contents spoilt, and gives the lines of the faults that are found in it. */
export async function faultsAfter(spoil: Spoil): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'))
  try {
    const contents = testContents() as Contents
    const pictures = new Set(contents.products.map(({ picture }) => picture))
    spoil(contents)
    await writeShop(folder, contents)
    // A picture that only the spoilt contents name is not there; one that they no longer name is.
    for (const { picture } of contents.products) {
      if (picture !== undefined && !pictures.has(picture)) await rm(join(folder, 'pictures', picture), { force: true })
    }
    await writePictures(folder)
    return (await checkShop(folder)).faults.map(faultLine)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const writePictures = (folder: string) =>
  writeShop(join(folder, 'sound')).then(() =>
    cp(join(folder, 'sound', 'pictures'), join(folder, 'pictures'), { recursive: true }),
  )

export const at = <T>(list: readonly T[], place: number): T => found(list[place], `at ${place}`)

export const product = (contents: Contents, id: number) =>
  found(
    contents.products.find((one) => one.id === id),
    `product ${id}`,
  )

export const order = (contents: Contents, number: number) =>
  found(
    contents.records.orders.find((one) => one.number === `RC-${number}`),
    `order ${number}`,
  )

export const delivery = (contents: Contents, orderNumber: number) =>
  found(
    contents.records.deliveries.find((one) => one.order === `RC-${orderNumber}`),
    `delivery of ${orderNumber}`,
  )

/** A value of another type than belongs there. */
export const wrong = (value: unknown) => value as never

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The test shop has no ${what}`)
  return value
}
