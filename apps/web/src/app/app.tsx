import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ChatContext } from '../features/chat/chat-context.ts'
import { conversationChanges } from '../lib/conversation-changes.ts'
import { IdentityContext } from '../lib/identity/identity-context.ts'
import { refreshRecords, resetPrivate } from '../lib/private-queries.ts'
import { openChat } from './open-chat.ts'
import { openIdentity } from './open-identity.ts'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'

const queryClient = createQueryClient()
const identity = openIdentity()
const chat = openChat(identity)
const router = createAppRouter(queryClient)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

// Whatever was said or settled, here or in another tab, may have changed records.
conversationChanges.listen(() => void refreshRecords(queryClient))

// What one customer saw is not for the next one.
let { proof } = identity.get()
identity.subscribe(() => {
  const next = identity.get().proof
  if (proof !== undefined && next !== proof) void resetPrivate(queryClient)
  proof = next
})

export function App() {
  return (
    // The policy allows no <style> elements; what Base UI would put in one is in styles.css.
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <IdentityContext value={identity}>
          <ChatContext value={chat}>
            <RouterProvider router={router} />
          </ChatContext>
        </IdentityContext>
      </QueryClientProvider>
    </CSPProvider>
  )
}
