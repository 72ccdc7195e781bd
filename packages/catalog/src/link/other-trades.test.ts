import { describe, expect, it } from 'vitest'
import { bookShop, clothesShop, coffeeShop } from '../testing/other-shops.ts'
import { said } from '../testing/said.ts'
import { testShop } from '../testing/test-shop.ts'

describe('a coffee shop', () => {
  const { catalog } = coffeeShop()
  it.each([
    ['the Sumatra', ['product[Sumatra] 1']],
    ['the sumtra', ['product[sumtra] 1']],
    ['burr grinder', ['product[burr grinder] 5']],
    ['hand grinder', ['product[hand grinder] 6']],
    ['grinders', ['category[grinders] grinders']],
    ['creme press', ['product[creme press] 8']],
    ['good morning blend', ['product[good morning blend] 3']],
    ['dark roast coffee', ['value[dark roast] roast=dark', 'category[coffee] coffee']],
    ['1kg', ['value[1kg] weight=1000']],
    ['a pot for 6 cups', ['category[pot] brewers', 'value[6 cups] capacity=6']],
    ['from brazil', ['value[brazil] origin=Brazil']],
  ])('reads %j', (text, expected) => {
    expect(said(catalog, `do you have ${text}`)).toEqual(expected)
  })

  it('takes a greeting for a greeting', () => {
    expect(catalog.link('Good morning! be an angel and help me')).toEqual([])
  })
})

describe('a clothes shop', () => {
  const { catalog } = clothesShop()
  it.each([
    ['501s', ['product[501s] 1']],
    ['the 501', ['product[501] 1']],
    ['levins 511', ['product[levins 511] 2']],
    ['chelsea boots', ['product[chelsea boots] 5']],
    ['oxford shirt', ['product[oxford shirt] 3']],
    ['a merino tee in grey', ['product[merino tee] 4', 'value[grey] colour=grey']],
    ['white sneakers', ['value[white] colour=white', 'category[sneakers] shoes']],
    ['tshirts', ['category[tshirts] shirts']],
    ['size m', ['value[size m] size=M']],
    ['sneakers in size 42', ['category[sneakers] shoes', 'value[size 42] size=42']],
    ['harbour', ['brand[harbour] Harbour']],
  ])('reads %j', (text, expected) => {
    expect(said(catalog, `have you got ${text}`)).toEqual(expected)
  })

  it.each(['$501', 'order 501', 'under 501', 'I am 42 and live on 7 s street'])('reads nothing in %j', (text) => {
    expect(catalog.link(text)).toEqual([])
  })
})

describe('a book shop', () => {
  const { catalog } = bookShop()
  it.each([
    ['the old harbour', ['product[the old harbour] 1']],
    ['old habour', ['product[old habour] 1']],
    ['the art of slow bread', ['product[the art of slow bread] 5']],
    ['soup for every season', ['product[soup for every season] 6']],
    ['"It"', ['product[It] 2']],
    ['Wild', ['product[Wild] 4']],
    ['What If', ['product[What If] 3']],
    ['anything by calloway', ['value[calloway] author=Ines Calloway']],
    ['a recipe book', ['category[recipe book] cooking']],
    ['a novel in paperback', ['category[novel] fiction', 'value[paperback] format=paperback']],
  ])('reads %j', (text, expected) => {
    expect(said(catalog, `do you sell ${text}`)).toEqual(expected)
  })

  it.each(['what if it is late', 'is it here yet', 'i like wild birds', 'It is broken', 'WHERE IS IT'])(
    'does not take everyday words for a title in %j',
    (text) => {
      expect(catalog.link(text).filter(({ kind }) => kind === 'product')).toEqual([])
    },
  )
})

describe('a bicycle shop', () => {
  const { catalog } = testShop()
  it.each([
    ['ridgway tourer3', ['product[ridgway tourer3] 1']],
    ['the tourer', ['product[tourer] 1 2']],
    ['the T3 and the T2', ['product[T3] 1', 'product[T2] 2']],
    ['the kestrel', ['product[the kestrel] 4']],
    ['glowmark 800', ['product[glowmark 800] 9']],
    ['glowmark lights', ['brand[glowmark] Glowmark', 'category[lights] lights']],
    ['front light', ['product[front light] 8 9']],
    ['bikes with 27 gears', ['category[bikes] bikes', 'value[27 gears] gears=27']],
    ['a steel frame', ['value[steel frame] frame=steel']],
    ['400 lumens', ['value[400 lumens] brightness=400']],
  ])('reads %j', (text, expected) => {
    expect(said(catalog, `tell me about ${text}`)).toEqual(expected)
  })
})
