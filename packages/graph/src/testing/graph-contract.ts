import { type CallContext, type Edge, type Ground, type RelationKind, relationKinds } from '@marketplace-agent/domain'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProductGraph, Related, Subgraph } from '../port.ts'
import { type OpenGraph, edgesFollowSpecs } from './edges-follow-specs.ts'
import { testContext } from './test-context.ts'
import { type TestShop, bikes, coffee, electronics, testProduct } from './shops.ts'

const context = testContext()
const idsOf = (related: readonly Related[]) => related.map(({ productId }) => productId)
const nodesOf = ({ nodes }: Subgraph) => nodes.map(({ id }) => id)
const brief = ({ kind, from, to }: Edge) => `${from} ${kind} ${to}`
const ground = (product_id: number, spec: string, value: Ground['value']): Ground => ({ product_id, spec, value })

/** What every adapter of the product graph must do. `runs`: how many shops the properties are tried on. */
export function graphContract(name: string, open: OpenGraph, { runs = 100 }: { readonly runs?: number } = {}) {
  describe(`graph contract: ${name}`, () => {
    const opened: ProductGraph[] = []
    const openShop = async ({ settings, products }: TestShop) => {
      const graph = await open(settings, products)
      opened.push(graph)
      return graph
    }
    afterEach(async () => {
      for (const graph of opened.splice(0)) await graph.close()
    })

    describe('compare', () => {
      it('gives every spec that any has, in the order of the shop', async () => {
        const graph = await openShop(electronics)
        const { specs } = await graph.compare([1, 2, 4], context)
        expect(specs.map(({ spec, values }) => [spec, ...values])).toEqual([
          ['battery', 12, 15, 20],
          ['weight', 1.3, 1.9, null],
          ['ports', ['USB-C', 'HDMI'], ['hdmi', ' usb-c', 'USB-A'], 'Lightning'],
          ['draw', 65, 100, 20],
          ['wireless', null, null, true],
          ['colour', null, 'Grey', null],
        ])
      })

      it('marks differences, and the best where the shop says which way is better', async () => {
        const graph = await openShop(electronics)
        const { specs } = await graph.compare([2, 3, 1, 10], context)
        expect(specs.find(({ spec }) => spec === 'battery')).toMatchObject({ differs: true, best: [0] })
        expect(specs.find(({ spec }) => spec === 'weight')).toMatchObject({ differs: true, best: [2] })
        expect(specs.find(({ spec }) => spec === 'draw')).toMatchObject({ differs: true, best: [] })
        const same = await graph.compare([2, 3], context)
        expect(same.specs.find(({ spec }) => spec === 'weight')).toMatchObject({ differs: false, best: [] })
        const tie = await graph.compare([10, 2, 3], context)
        expect(tie.specs.find(({ spec }) => spec === 'weight')).toMatchObject({ differs: true, best: [1, 2] })
      })

      it('rests on the specs compared', async () => {
        const graph = await openShop(coffee)
        const { edges } = await graph.compare([21, 26], context)
        expect(edges.map(brief)).toEqual([
          'product:21 HAS_SPEC spec:size=54',
          'product:21 HAS_SPEC spec:depth=24',
          'product:26 HAS_SPEC spec:finest=200',
        ])
        expect(edges[0]).toMatchObject({
          because: 'The Piccolo has 54 mm (portafilter size).',
          rests_on: [ground(21, 'size', 54)],
        })
      })
    })

    describe('accessories and hosts', () => {
      it('are best rated first, unrated last, then by id', async () => {
        const graph = await openShop(electronics)
        expect(idsOf(await graph.accessories(1, {}, context))).toEqual([8, 5])
        expect(idsOf(await graph.accessories(4, {}, context))).toEqual([13, 8, 9])
        expect(idsOf(await graph.hosts(8, {}, context))).toEqual([2, 1, 4])
        expect(idsOf(await graph.hosts(8, { limit: 1 }, context))).toEqual([2])
        expect(idsOf(await graph.hosts(12, {}, context))).toEqual([])
      })

      it('are five by default', async () => {
        const hubs = Array.from({ length: 7 }, (_, index) => ({
          ...electronics.products[4]!,
          id: 100 + index,
          bought_with: [],
        }))
        const graph = await openShop({ ...electronics, products: [...electronics.products, ...hubs] })
        expect(await graph.accessories(1, {}, context)).toHaveLength(5)
        expect(await graph.accessories(1, { limit: 50 }, context)).toHaveLength(9)
      })

      it('know the rule, the reason and exactly the values they rest on', async () => {
        const graph = await openShop(electronics)
        expect(await graph.hosts(5, {}, context)).toEqual([
          {
            productId: 2,
            because: 'Slim Hub plugs into the USB-C port of the Aero 16.',
            edges: [
              {
                kind: 'COMPATIBLE_WITH',
                from: 'product:5',
                to: 'product:2',
                because: 'Slim Hub plugs into the USB-C port of the Aero 16.',
                rule: 'hub_port',
                rests_on: [ground(5, 'connector', 'USB-C'), ground(2, 'ports', 'usb-c')],
              },
            ],
          },
          expect.objectContaining({ productId: 1 }),
        ])
        const [laptop] = await graph.hosts(8, {}, context)
        expect(laptop?.edges[0]?.rests_on).toEqual([
          ground(8, 'output', 100),
          ground(2, 'draw', 100),
          ground(8, 'connector', 'USB-C'),
          ground(2, 'ports', 'usb-c'),
        ])
      })

      it('stand once, with an edge for each rule that holds', async () => {
        const graph = await openShop(electronics)
        const [first] = await graph.accessories(4, {}, context)
        expect(first?.edges.map(({ rule }) => rule)).toEqual(['charger_power', 'charger_wireless'])
        expect(first?.because).toBe(
          'The All-Round Charger charges the Pico Phone over lightning. ' +
            'The Pico Phone charges on the All-Round Charger without a cable.',
        )
      })

      it('follow other shops by their own rules, numbers as numbers', async () => {
        const cycling = await openShop(bikes)
        expect(idsOf(await cycling.hosts(3, {}, context))).toEqual([1, 2])
        expect(idsOf(await cycling.hosts(4, {}, context))).toEqual([2])
        expect(idsOf(await cycling.accessories(2, {}, context))).toEqual([3, 4, 5])
        const [seat] = await cycling.hosts(6, {}, context)
        expect(seat?.because).toBe('The rack of The Tourer carries Big Seat (14 kg).')
        const brewing = await openShop(coffee)
        expect(idsOf(await brewing.accessories(22, {}, context))).toEqual([23])
        expect(idsOf(await brewing.accessories(21, {}, context))).toEqual([25])
      })
    })

    describe('similar, newer, older, bought together', () => {
      it('finds the others of a category', async () => {
        const graph = await openShop(electronics)
        const similar = await graph.similar(1, {}, context)
        expect(idsOf(similar)).toEqual([2, 10, 3])
        expect(similar[0]?.because).toBe('Both are in Laptops.')
        expect(similar[0]?.edges.map(brief)).toEqual([
          'product:1 SAME_CATEGORY category:laptop',
          'product:2 SAME_CATEGORY category:laptop',
        ])
        expect(await graph.similar(12, {}, context)).toEqual([])
      })

      it('follows the chain of models, nearest first', async () => {
        const graph = await openShop(electronics)
        const newer = await graph.newer(1, {}, context)
        expect(idsOf(newer)).toEqual([2, 10])
        expect(newer[1]).toMatchObject({ because: 'The Aero 18 follows the Aero 16, which follows the Aero 14.' })
        expect(newer[1]?.edges.map(brief)).toEqual([
          'product:10 UPGRADED_FROM product:2',
          'product:2 UPGRADED_FROM product:1',
        ])
        expect(idsOf(await graph.older(10, {}, context))).toEqual([2, 1])
        expect(idsOf(await graph.older(10, { limit: 1 }, context))).toEqual([2])
        expect(await graph.older(1, {}, context)).toEqual([])
      })

      it('takes bought together as mutual, each pair once', async () => {
        const graph = await openShop(electronics)
        expect(idsOf(await graph.boughtTogether(1, {}, context))).toEqual([8, 5, 12])
        const [laptop] = await graph.boughtTogether(5, {}, context)
        expect(laptop).toMatchObject({
          productId: 1,
          because: 'The Aero 14 and the Slim Hub are often bought together.',
        })
        expect(laptop?.edges.map(brief)).toEqual(['product:1 FREQUENTLY_BOUGHT_WITH product:5'])
      })
    })

    describe('neighbourhood', () => {
      it('gives what lies within the depth, with the edges that lead there', async () => {
        const graph = await openShop(electronics)
        const near = await graph.neighbourhood(5, { depth: 1 }, context)
        expect(nodesOf(near)).toEqual(['product:5', 'category:hub', 'spec:connector=USB-C', 'product:2', 'product:1'])
        expect(near.edges.map(brief).sort()).toEqual([
          'product:1 FREQUENTLY_BOUGHT_WITH product:5',
          'product:5 COMPATIBLE_WITH product:1',
          'product:5 COMPATIBLE_WITH product:2',
          'product:5 HAS_SPEC spec:connector=USB-C',
          'product:5 SAME_CATEGORY category:hub',
        ])
        expect(near.truncated).toBe(false)
        expect(near.nodes[2]).toEqual({ id: 'spec:connector=USB-C', kind: 'spec', label: 'Connector: USB-C' })
        expect(near.nodes[3]).toEqual({ id: 'product:2', kind: 'product', label: 'Aero 16', product_id: 2 })
      })

      it('keeps to the kinds asked for, and reaches farther with more depth', async () => {
        const graph = await openShop(electronics)
        const kinds: RelationKind[] = ['FREQUENTLY_BOUGHT_WITH']
        const reached = await Promise.all([1, 2, 3].map((depth) => graph.neighbourhood(4, { depth, kinds }, context)))
        expect(reached.map(nodesOf)).toEqual([
          ['product:4', 'product:8'],
          ['product:4', 'product:8', 'product:1'],
          ['product:4', 'product:8', 'product:1', 'product:5', 'product:12'],
        ])
        expect(reached.map(({ edges }) => edges.length)).toEqual([1, 2, 4])
        expect(nodesOf(await graph.neighbourhood(4, { depth: 3, kinds: [] }, context))).toEqual(['product:4'])
      })

      it('says when it leaves out the farthest', async () => {
        const graph = await openShop(electronics)
        const near = await graph.neighbourhood(5, { depth: 3, limit: 4 }, context)
        expect(nodesOf(near)).toEqual(['product:5', 'category:hub', 'spec:connector=USB-C', 'product:2'])
        expect(near.edges).toHaveLength(3)
        expect(near.truncated).toBe(true)
      })
    })

    describe('overview', () => {
      it('gives the products that the shop links most, with the edges among them', async () => {
        const graph = await openShop(electronics)
        const three = await graph.overview({ limit: 3, kinds: ['FREQUENTLY_BOUGHT_WITH'] }, context)
        const all = await graph.overview({ kinds: ['FREQUENTLY_BOUGHT_WITH', 'UPGRADED_FROM'] }, context)
        const linksOf = (id: string) => all.edges.filter(({ from, to }) => from === id || to === id).length
        const counts = nodesOf(all).map(linksOf)
        expect(counts).toEqual(counts.toSorted((one, other) => other - one))
        expect(counts[0]).toBeGreaterThan(1)
        expect(nodesOf(three)).toEqual(nodesOf(all).slice(0, 3))
        expect(three.edges.every(({ from, to }) => [from, to].every((id) => nodesOf(three).includes(id)))).toBe(true)
        expect([three.truncated, all.truncated]).toEqual([true, false])
        expect(all.nodes).toHaveLength(electronics.products.length)
      })

      it('has what fits by the rules, and categories only where they are asked for', async () => {
        const graph = await openShop(electronics)
        const usual = await graph.overview({}, context)
        expect(usual.edges.map(brief)).toContain('product:5 COMPATIBLE_WITH product:1')
        expect(new Set(usual.nodes.map(({ kind }) => kind))).toEqual(new Set(['product']))
        const { nodes, edges } = await graph.overview({ kinds: ['SAME_CATEGORY'] }, context)
        expect(nodes.map(({ id }) => id)).toContain('category:hub')
        expect(edges.map(brief)).toContain('product:5 SAME_CATEGORY category:hub')
      })
    })

    describe('path', () => {
      const steps = async (
        graph: ProductGraph,
        from: number,
        to: number,
        options: Parameters<ProductGraph['path']>[2] = {},
      ) => {
        const path = await graph.path(from, to, options, context)
        return path && { nodes: nodesOf(path), kinds: path.edges.map(({ kind }) => kind) }
      }

      it('takes the shortest way, in order', async () => {
        const graph = await openShop(electronics)
        expect(await steps(graph, 5, 4)).toEqual({
          nodes: ['product:5', 'product:2', 'product:8', 'product:4'],
          kinds: ['COMPATIBLE_WITH', 'COMPATIBLE_WITH', 'COMPATIBLE_WITH'],
        })
        expect((await steps(graph, 4, 5))?.nodes).toEqual(['product:4', 'product:8', 'product:2', 'product:5'])
        expect(await steps(graph, 10, 2)).toEqual({ nodes: ['product:10', 'product:2'], kinds: ['UPGRADED_FROM'] })
        expect(await steps(graph, 1, 1)).toEqual({ nodes: ['product:1'], kinds: [] })
      })

      it('goes over products rather than categories, and over specs only when told', async () => {
        const graph = await openShop(electronics)
        expect(await steps(graph, 1, 10)).toMatchObject({ nodes: ['product:1', 'product:2', 'product:10'] })
        expect(await steps(graph, 3, 1)).toMatchObject({ nodes: ['product:3', 'category:laptop', 'product:1'] })
        expect(await steps(graph, 12, 10, { kinds: [...relationKinds] })).toMatchObject({
          nodes: ['product:12', 'spec:ports=HDMI', 'product:10'],
        })
        const beans = await openShop(coffee)
        expect(await steps(beans, 21, 26)).toBeNull()
        expect(await steps(beans, 23, 21, { kinds: ['HAS_SPEC'] })).toMatchObject({
          nodes: ['product:23', 'spec:depth=24', 'product:21'],
        })
      })

      it('weighs the whole way: over products, even if they are rated worse', async () => {
        const graph = await openShop({
          ...bikes,
          products: [
            testProduct(1, 'bike', 'One', {}, { bought_with: [2] }),
            testProduct(2, 'tyre', 'Two', {}, { bought_with: [3], rating: 1 }),
            testProduct(3, 'tyre', 'Three', {}, { bought_with: [5], rating: 1 }),
            testProduct(4, 'bike', 'Four', {}, { bought_with: [5], rating: 5 }),
            testProduct(5, 'seat', 'Five', {}),
          ],
        })
        const way = ['product:1', 'product:2', 'product:3', 'product:5']
        expect(await steps(graph, 1, 5)).toMatchObject({ nodes: way })
        expect(await steps(graph, 5, 1)).toMatchObject({ nodes: way.toReversed() })
      })

      it('keeps to the hops and kinds it is given', async () => {
        const graph = await openShop(electronics)
        expect(await steps(graph, 5, 4, { maxHops: 2 })).toBeNull()
        expect(await steps(graph, 5, 4, { kinds: ['FREQUENTLY_BOUGHT_WITH'] })).toMatchObject({
          kinds: ['FREQUENTLY_BOUGHT_WITH', 'FREQUENTLY_BOUGHT_WITH', 'FREQUENTLY_BOUGHT_WITH'],
        })
        expect(await steps(graph, 1, 10, { kinds: ['SAME_CATEGORY'] })).toMatchObject({
          nodes: ['product:1', 'category:laptop', 'product:10'],
        })
      })
    })

    describe('fit', () => {
      it('says why, with the edges, whoever is named first', async () => {
        const graph = await openShop(electronics)
        const fit = await graph.fit(1, 5, context)
        expect(fit).toMatchObject({
          fits: true,
          known: true,
          reasons: ['Slim Hub plugs into the USB-C port of the Aero 14.'],
        })
        expect(fit.edges.map(brief)).toEqual(['product:5 COMPATIBLE_WITH product:1'])
        expect(await graph.fit(5, 1, context)).toEqual(fit)
      })

      it('says what is missing on which side, resting on the specs looked at', async () => {
        const graph = await openShop(electronics)
        const fit = await graph.fit(7, 4, context)
        expect(fit).toMatchObject({ fits: false, known: true })
        expect(fit.reasons).toEqual([
          'The Nano Charger has USB-C (connector), but the Pico Phone has Lightning (ports).',
          'It is not known what wireless charging the Nano Charger has.',
        ])
        expect(fit.edges.map(brief)).toEqual([
          'product:7 HAS_SPEC spec:output=45',
          'product:4 HAS_SPEC spec:draw=20',
          'product:7 HAS_SPEC spec:connector=USB-C',
          'product:4 HAS_SPEC spec:ports=Lightning',
          'product:4 HAS_SPEC spec:wireless=true',
        ])
      })

      it.each([
        [7, 1, 'The Aero 14 needs at least 65 W (charging power), but the Nano Charger has 45 W (USB output).'],
        [6, 10, 'The Classic Hub has USB-A (connector), but the Aero 18 has HDMI (ports).'],
        [11, 1, 'The Mystery Charger has fast W (USB output), which is not a number to go by.'],
        [8, 3, 'The Power Brick has USB-C, Lightning (connector), but the Old Book has USB-A (ports).'],
        [
          9,
          3,
          'It is not known what charging power the Old Book has. It is not known what connector the Charging Pad has.',
        ],
      ])('names values, units and labels: %i and %i', async (accessory, host, reason) => {
        const graph = await openShop(electronics)
        const fit = await graph.fit(host, accessory, context)
        expect(fit.reasons).toEqual([reason])
        // What isn't known is no reason to say no.
        const onlyUnknown = reason.split('. ').every((sentence) => sentence.startsWith('It is not known'))
        expect(fit).toMatchObject({ fits: false, known: !onlyUnknown })
      })

      it('says what is known to be missing before what is not known', async () => {
        const graph = await openShop({
          ...electronics,
          products: [
            testProduct(1, 'charger', 'Plain Charger', { wireless: false }),
            testProduct(2, 'phone', 'Plain Phone', { wireless: true, draw: 20 }),
          ],
        })
        expect((await graph.fit(1, 2, context)).reasons).toEqual([
          'The Plain Charger has wireless charging: no, but the Plain Phone has wireless charging: yes.',
          'It is not known what USB output the Plain Charger has. ' +
            'It is not known what connector the Plain Charger has or what ports the Plain Phone has.',
        ])
      })

      it('speaks in the words of the shop', async () => {
        const cycling = await openShop(bikes)
        expect((await cycling.fit(6, 2, context)).reasons).toEqual([
          'The Gravel Bike takes at most 9 kg (rack load), but the Big Seat has 14 kg (weight).',
        ])
        expect((await cycling.fit(1, 4, context)).reasons).toEqual([
          'The Trail Tyre has 27.5 in (wheel size), but The Tourer has 28 in (wheel size).',
        ])
      })

      it('does not know where no rule speaks about the two', async () => {
        const graph = await openShop(electronics)
        const fit = await graph.fit(12, 1, context)
        expect(fit).toMatchObject({
          fits: false,
          known: false,
          reasons: ['No rule of the shop says whether the Wide TV and the Aero 14 fit each other.'],
        })
        expect(fit.edges.map(brief)).toEqual([
          'product:12 SAME_CATEGORY category:tv',
          'product:1 SAME_CATEGORY category:laptop',
        ])
        expect(await graph.fit(1, 1, context)).toMatchObject({ fits: false, known: false })
      })
    })

    it('counts its nodes, and the edges that do not follow from rules', async () => {
      const graph = await openShop(coffee)
      expect(await graph.status(context)).toMatchObject({ nodes: 3 + 6 + 7, edges: 6 + 11 })
    })

    edgesFollowSpecs(open, runs)

    const questions: Record<string, (graph: ProductGraph, id: number, call: CallContext) => Promise<unknown>> = {
      compare: (graph, id, call) => graph.compare([1, id], call),
      accessories: (graph, id, call) => graph.accessories(id, {}, call),
      hosts: (graph, id, call) => graph.hosts(id, {}, call),
      similar: (graph, id, call) => graph.similar(id, {}, call),
      newer: (graph, id, call) => graph.newer(id, {}, call),
      older: (graph, id, call) => graph.older(id, {}, call),
      boughtTogether: (graph, id, call) => graph.boughtTogether(id, {}, call),
      neighbourhood: (graph, id, call) => graph.neighbourhood(id, { depth: 1 }, call),
      path: (graph, id, call) => graph.path(1, id, {}, call),
      fit: (graph, id, call) => graph.fit(id, 1, call),
    }
    it.each(Object.entries(questions))('refuses an unknown product and an aborted call: %s', async (_, ask) => {
      const graph = await openShop(electronics)
      await expect(ask(graph, 404, context)).rejects.toMatchObject({
        code: 'not_found',
        message: expect.stringContaining('404'),
      })
      await expect(ask(graph, 2, testContext(AbortSignal.abort()))).rejects.toMatchObject({ code: 'aborted' })
    })

    it.each<[string, (graph: ProductGraph) => Promise<unknown>]>([
      ['one product to compare', (graph) => graph.compare([1], context)],
      ['a list of none', (graph) => graph.similar(1, { limit: 0 }, context)],
      ['a depth of four', (graph) => graph.neighbourhood(1, { depth: 4 }, context)],
      ['an overview of everything', (graph) => graph.overview({ limit: 301 }, context)],
      ['half a hop', (graph) => graph.path(1, 2, { maxHops: 0.5 }, context)],
    ])('refuses %s', async (_, ask) => {
      await expect(ask(await openShop(electronics))).rejects.toMatchObject({ code: 'invalid_input' })
    })
  })
}
