import type { ShopDocument } from '@marketplace-agent/domain'

/** Documents as they are written: with their placeholders. */
export const testDocuments: ShopDocument[] = [
  {
    id: 'returns',
    title: 'Returns',
    kind: 'policy',
    text: `# Returns

## How long you have
You can send anything back within {{returns.window_days}} days of the day it came. Not taken back are {{returns.exceptions}}.

## What it costs
A return costs {{returns.cost|money}}, which we take off the amount we pay you. Was the thing damaged or not what you ordered, it costs nothing.

## How it works
Write to {{shop.email}} with your order number, pack the thing well and hand it to the post. Your money is back five days after we have it.
`,
  },
  {
    id: 'delivery',
    title: 'Delivery',
    kind: 'policy',
    text: `# Delivery

## Times
A parcel takes {{delivery.standard_days}} working days. Express comes the next working day.

## Cost
Standard delivery costs {{delivery.standard_cost|money}}, express {{delivery.express_cost|money}}. From {{delivery.free_from|money}} on, standard delivery is free.

## Where we deliver
We deliver to {{delivery.areas}}. Bikes come in a box, nearly built.
`,
  },
  {
    id: 'tourer-3-manual',
    title: 'Tourer 3 manual',
    kind: 'manual',
    product: 1,
    text: `# {{product.name}}

## Before the first ride
Turn the handlebar straight and tighten the stem with a 5 mm key. Pump the tyres to 4 bar.

## Care
Oil the chain every 300 km. The frame is made of {{product.specs.frame}}; touch up scratches before they rust.

## Warranty
The frame has a warranty of {{product.warranty}}. Tell us within {{warranty.claim_days}} days of seeing a fault.
`,
  },
  {
    id: 'glowmark-800-manual',
    title: 'Glowmark 800 manual',
    kind: 'manual',
    product: 9,
    text: `# {{product.name}}

## Charging
Charge the light by its USB-C port. A full charge takes three hours and lasts {{product.specs.run_time}} at full power.

## Mounting
Put the rubber strap round the handlebar and hook it in. Point the beam at the road ten metres ahead.
`,
  },
  {
    id: 'choosing-a-tyre',
    title: 'Choosing a tyre',
    kind: 'faq',
    category: 'tyres',
    text: `# Choosing a tyre

## Which size do I need?
The wheel size is written on the side of your old tyre. It must be the same as that of your bike.

## How wide may it be?
Look up the widest tyre of your bike. A wider tyre rubs on the frame.
`,
  },
]
