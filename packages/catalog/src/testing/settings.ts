import type { ShopSettings } from '@marketplace-agent/domain'

/** The settings of an invented bicycle shop. */
export const testSettings: ShopSettings = {
  name: 'Ridgeway Cycles',
  greeting: 'Hello, this is Ridgeway Cycles. What can I do for you?',
  currency: 'EUR',
  locale: 'en-IE',
  time_zone: 'Europe/Dublin',
  anchor_date: '2026-03-10',
  contact: { email: 'help@ridgeway.example', phone: '+353 1 555 0100', hours: 'Monday to Friday, 9:00 to 17:00' },
  numbers: { order: 'RC-####', tracking: 'TRK########', complaint: 'CPL-###', refund: 'RF-###' },
  order_number_opens: ['state', 'placed_date', 'carrier', 'expected_date', 'delivered_date', 'items', 'events'],
  policies: {
    returns: { window_days: 30, exceptions: ['inner tubes', 'custom builds'], cost: 6.5 },
    delivery: {
      standard_days: '2 to 4',
      standard_cost: 5,
      express_cost: 12.5,
      free_from: 80,
      areas: ['Ireland', 'the United Kingdom'],
    },
    warranty: { claim_days: 14 },
  },
  categories: [
    { id: 'bikes', name: 'Bikes', singular: 'bike', aliases: ['bicycles', 'cycles'] },
    { id: 'tyres', name: 'Tyres', singular: 'tyre', aliases: ['tires'], accessory: true },
    { id: 'lights', name: 'Lights', singular: 'light', aliases: ['lamps', 'bike lights'], accessory: true },
    { id: 'locks', name: 'Locks', singular: 'lock', aliases: ['padlocks'], accessory: true },
  ],
  specs: [
    { id: 'wheel_size', label: 'Wheel size', display: '{value} inch', aliases: ['wheels', 'wheel diameter'] },
    { id: 'gears', label: 'Gears', aliases: ['speeds', 'number of gears'], better: 'higher' },
    { id: 'weight', label: 'Weight', display: '{value} kg', aliases: ['how heavy'], better: 'lower' },
    { id: 'frame', label: 'Frame', aliases: ['frame material'] },
    { id: 'colour', label: 'Colour', aliases: ['color', 'colours', 'colors'] },
    { id: 'width', label: 'Width', display: '{value} mm', aliases: ['how wide'] },
    {
      id: 'max_tyre_width',
      label: 'Widest tyre',
      display: '{value} mm',
      aliases: ['tyre clearance'],
      better: 'higher',
    },
    {
      id: 'brightness',
      label: 'Brightness',
      display: '{value} lumens',
      aliases: ['how bright', 'lumens'],
      better: 'higher',
    },
    {
      id: 'run_time',
      label: 'Run time',
      display: '{value} hours',
      aliases: ['battery life', 'battery', 'how long it lasts'],
      better: 'higher',
    },
    { id: 'mount', label: 'Mount', aliases: ['mounting', 'bracket'] },
    { id: 'rechargeable', label: 'Rechargeable', aliases: ['usb charging'] },
    { id: 'security', label: 'Security rating', aliases: ['how secure', 'security level'], better: 'higher' },
  ],
  fits: [
    {
      id: 'tyre-on-bike',
      accessory_categories: ['tyres'],
      host_categories: ['bikes'],
      conditions: [
        { accessory_spec: 'wheel_size', operator: 'shares', host_spec: 'wheel_size' },
        { accessory_spec: 'width', operator: 'at_most', host_spec: 'max_tyre_width' },
      ],
      because: '{accessory} is made for {value} inch wheels, which {host} has.',
    },
    {
      id: 'light-on-bike',
      accessory_categories: ['lights'],
      host_categories: ['bikes'],
      conditions: [{ accessory_spec: 'mount', operator: 'shares', host_spec: 'mount' }],
      because: '{accessory} goes on the {value} of {host}.',
    },
  ],
}
