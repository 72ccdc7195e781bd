import type { Page } from '@playwright/test'

/** Orders of the demo shop that a test may change: each project has its own, for both may meet one server. */
export const orders = {
  phone: {
    delivered: { number: 'ORD-1007', email: 'priya.raman@example.org' },
    several: { number: 'ORD-1018', email: 'ravi.pillai@example.org' },
    damaged: { number: 'ORD-1012', email: 'daniel.okafor@example.com' },
    processing: { number: 'ORD-1038', email: 'daniel.okafor@example.com' },
    late: { number: 'ORD-1027', email: 'aisha.mbeki@example.org' },
  },
  desktop: {
    delivered: { number: 'ORD-1009', email: 'maya.lindqvist@example.com' },
    several: { number: 'ORD-1001', email: 'maya.lindqvist@example.com' },
    damaged: { number: 'ORD-1010', email: 'sofia.marchetti@example.com' },
    processing: { number: 'ORD-1040', email: 'tomas.herrera@example.com' },
    late: { number: 'ORD-1028', email: 'ellen.whitaker@example.com' },
  },
} as const

export const ordersOf = (project: string) => (project === 'phone' ? orders.phone : orders.desktop)

/** Fills in the proof form that the page shows; its number may be there already. */
export async function prove(page: Page, { number, email }: { number?: string; email: string }) {
  const form = page.getByRole('form', { name: 'Show that it is yours' })
  if (number !== undefined) await form.getByLabel('number').fill(number)
  await form.getByLabel('E-mail address').fill(email)
  await form.getByRole('button', { name: 'Go on' }).click()
}
