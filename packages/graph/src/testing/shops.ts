import type { ProductRecord, ShopSettings, SpecDefinition } from '@marketplace-agent/domain'

/** Settings of a shop of which only the graph's part matters. */
export function testSettings(
  part: Pick<ShopSettings, 'specs' | 'fits'> & Partial<ShopSettings> & { readonly shelves: Record<string, string> },
): ShopSettings {
  const { shelves, ...rest } = part
  return {
    name: 'Test shop',
    greeting: 'Hello',
    currency: 'EUR',
    locale: 'en-IE',
    time_zone: 'Europe/Dublin',
    anchor_date: '2026-02-05',
    contact: { email: 'help@shop.example' },
    numbers: { order: 'O-####', tracking: 'T-####', complaint: 'C-####', refund: 'R-####' },
    order_number_opens: [],
    policies: {},
    categories: Object.entries(shelves).map(([id, name]) => ({ id, name, singular: id, aliases: [] })),
    ...rest,
  }
}

export const testSpec = (id: string, label: string, rest: Partial<SpecDefinition> = {}): SpecDefinition => ({
  id,
  label,
  aliases: [],
  ...rest,
})

export function testProduct(
  id: number,
  category: string,
  name: string,
  specs: ProductRecord['specs'],
  rest: Partial<ProductRecord> = {},
): ProductRecord {
  return {
    id,
    category,
    name,
    specs,
    brand: 'Acme',
    price: 10,
    rating: 4,
    warranty_months: 24,
    description: name,
    quantity: 1,
    aliases: [],
    ...rest,
  }
}

export interface TestShop {
  readonly settings: ShopSettings
  readonly products: readonly ProductRecord[]
}

export const electronics: TestShop = {
  settings: testSettings({
    locale: 'en-US',
    currency: 'USD',
    shelves: { laptop: 'Laptops', phone: 'Phones', hub: 'Hubs', charger: 'Chargers', tv: 'TVs' },
    specs: [
      testSpec('battery', 'Battery life', { display: '{value} hours', better: 'higher' }),
      testSpec('weight', 'Weight', { display: '{value} kg', better: 'lower' }),
      testSpec('ports', 'Ports'),
      testSpec('connector', 'Connector'),
      testSpec('draw', 'Charging power', { display: '{value} W' }),
      testSpec('output', 'USB output', { display: '{value} W', better: 'higher' }),
      testSpec('wireless', 'Wireless charging'),
      testSpec('colour', 'Colour'),
    ],
    fits: [
      {
        id: 'hub_port',
        accessory_categories: ['hub'],
        host_categories: ['laptop'],
        conditions: [{ accessory_spec: 'connector', operator: 'shares', host_spec: 'ports' }],
        because: '{accessory} plugs into the {value} port of the {host}',
      },
      {
        id: 'charger_power',
        accessory_categories: ['charger'],
        host_categories: ['laptop', 'phone'],
        conditions: [
          { accessory_spec: 'output', operator: 'at_least', host_spec: 'draw' },
          { accessory_spec: 'connector', operator: 'shares', host_spec: 'ports' },
        ],
        because: 'the {accessory} charges the {host} over {value}.',
      },
      {
        id: 'charger_wireless',
        accessory_categories: ['charger'],
        host_categories: ['phone'],
        conditions: [{ accessory_spec: 'wireless', operator: 'shares', host_spec: 'wireless' }],
        because: 'The {host} charges on the {accessory} without a cable',
      },
    ],
  }),
  products: [
    testProduct(
      1,
      'laptop',
      'Aero 14',
      { ports: ['USB-C', 'HDMI'], draw: 65, battery: 12, weight: 1.3 },
      { rating: 4.6, bought_with: [5] },
    ),
    testProduct(
      2,
      'laptop',
      'Aero 16',
      { ports: ['hdmi', ' usb-c', 'USB-A'], draw: 100, battery: 15, weight: 1.9, colour: 'Grey' },
      { rating: 4.8, upgraded_from: 1 },
    ),
    testProduct(3, 'laptop', 'Old Book', { ports: 'USB-A', battery: 6, weight: 1.9 }, { rating: null }),
    testProduct(
      4,
      'phone',
      'Pico Phone',
      { ports: 'Lightning', draw: 20, wireless: true, battery: 20 },
      { rating: 4.2 },
    ),
    testProduct(5, 'hub', 'Slim Hub', { connector: 'USB-C' }, { rating: 4.1, bought_with: [1] }),
    testProduct(6, 'hub', 'Classic Hub', { connector: 'USB-A' }, { rating: 4.5 }),
    testProduct(7, 'charger', 'Nano Charger', { connector: 'USB-C', output: 45 }, { rating: 4.9 }),
    testProduct(
      8,
      'charger',
      'Power Brick',
      { connector: ['USB-C', 'Lightning'], output: 100, wireless: false },
      { rating: 4.3, bought_with: [4, 1, 404] },
    ),
    testProduct(9, 'charger', 'Charging Pad', { wireless: true, output: 15 }, { rating: null }),
    testProduct(
      10,
      'laptop',
      'Aero 18',
      { ports: ['HDMI'], weight: 2.4, draw: 140 },
      { rating: 4.8, upgraded_from: 2 },
    ),
    testProduct(11, 'charger', 'Mystery Charger', { connector: 'USB-C', output: 'fast' }, { rating: 3 }),
    testProduct(12, 'tv', 'Wide TV', { ports: ['HDMI'] }, { bought_with: [1] }),
    testProduct(
      13,
      'charger',
      'All-Round Charger',
      { connector: 'lightning', output: 20, wireless: true },
      { rating: 4.7 },
    ),
  ],
}

export const bikes: TestShop = {
  settings: testSettings({
    shelves: { bike: 'Bikes', tyre: 'Tyres', seat: 'Child seats' },
    specs: [
      testSpec('wheel', 'Wheel size', { display: '{value} in' }),
      testSpec('load', 'Rack load', { display: '{value} kg', better: 'higher' }),
      testSpec('weight', 'Weight', { display: '{value} kg', better: 'lower' }),
    ],
    fits: [
      {
        id: 'tyre_wheel',
        accessory_categories: ['tyre'],
        host_categories: ['bike'],
        conditions: [{ accessory_spec: 'wheel', operator: 'shares', host_spec: 'wheel' }],
        because: '{accessory} goes on the {value} wheels of {host}',
      },
      {
        id: 'seat_load',
        accessory_categories: ['seat'],
        host_categories: ['bike'],
        conditions: [{ accessory_spec: 'weight', operator: 'at_most', host_spec: 'load' }],
        because: 'the rack of {host} carries {accessory} ({value})',
      },
    ],
  }),
  products: [
    testProduct(1, 'bike', 'The Tourer', { wheel: 28, load: 25 }),
    testProduct(2, 'bike', 'Gravel Bike', { wheel: ['27.5', '28'], load: 9 }),
    testProduct(3, 'tyre', 'Road Tyre', { wheel: '28' }),
    testProduct(4, 'tyre', 'Trail Tyre', { wheel: 27.5 }),
    testProduct(5, 'seat', 'Cub Seat', { weight: 9 }),
    testProduct(6, 'seat', 'Big Seat', { weight: 14 }),
  ],
}

export const coffee: TestShop = {
  settings: testSettings({
    locale: 'en-GB',
    currency: 'GBP',
    shelves: { machine: 'Espresso machines', basket: 'Baskets', grinder: 'Grinders' },
    specs: [
      testSpec('size', 'Portafilter size', { display: '{value} mm' }),
      testSpec('depth', 'Depth', { display: '{value} mm' }),
      testSpec('finest', 'Finest grind', { display: '{value} microns', better: 'lower' }),
    ],
    fits: [
      {
        id: 'basket_size',
        accessory_categories: ['basket'],
        host_categories: ['machine'],
        conditions: [
          { accessory_spec: 'size', operator: 'shares', host_spec: 'size' },
          { accessory_spec: 'depth', operator: 'at_most', host_spec: 'depth' },
        ],
        because: '{accessory} sits in the {value} portafilter of {host}',
      },
    ],
  }),
  products: [
    testProduct(21, 'machine', 'Piccolo', { size: 54, depth: 24 }, { rating: 4.4 }),
    testProduct(22, 'machine', 'Grande', { size: 58, depth: 28 }, { rating: 4.1 }),
    testProduct(23, 'basket', 'Double Basket', { size: 58, depth: 24 }),
    testProduct(24, 'basket', 'Triple Basket', { size: 58, depth: 30 }),
    testProduct(25, 'basket', 'Small Basket', { size: 54, depth: 22 }),
    testProduct(26, 'grinder', 'Burr One', { finest: 200 }),
  ],
}
