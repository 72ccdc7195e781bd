import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { usePageMeta } from '../../lib/page-meta.ts'
import { shopQuery } from '../../lib/shop.ts'
import { shopExample } from '../../testing/examples.ts'
import { Arrival } from './arrival.tsx'

function Page({ title }: { title: string }) {
  usePageMeta({ title })
  return <h1>{title}</h1>
}

function openPages() {
  const root = createRootRoute({
    component: () => (
      <>
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
        <Arrival />
      </>
    ),
  })
  const pages = ['First', 'Second'].map((title) =>
    createRoute({
      getParentRoute: () => root,
      path: `/${title.toLowerCase()}`,
      component: () => <Page title={title} />,
    }),
  )
  const queryClient = new QueryClient()
  queryClient.setQueryData(shopQuery().queryKey, shopExample)
  const router = createRouter({
    routeTree: root.addChildren(pages),
    history: createMemoryHistory({ initialEntries: ['/first'] }),
  })
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  )
  return router
}

const attribute = (selector: string, name: string) => document.head.querySelector(selector)?.getAttribute(name)

test('a page that is gone to is said by its own title, has the focus, and is shared by its own address', async () => {
  const router = openPages()
  await screen.findByRole('heading', { name: 'First' })
  expect(screen.getByRole('status').textContent).toBe('')
  await router.navigate({ to: '/second' as never })
  await screen.findByText('Second · Acme')
  expect(document.activeElement?.id).toBe('main')
  expect(attribute('link[rel="canonical"]', 'href')).toBe(`${location.origin}/second`)
  expect(attribute('meta[property="og:url"]', 'content')).toBe(`${location.origin}/second`)
})
