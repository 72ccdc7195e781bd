import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { useIsWide } from '../../lib/use-media-query.ts'
import { useAssistant } from '../../lib/assistant.ts'
import { AssistantProvider } from '../assistant-provider.tsx'
import { Arrival } from './arrival.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { OfflineBanner } from './offline-banner.tsx'

const AssistantPanel = lazy(async () => ({
  default: (await import('../../features/chat/assistant-panel.tsx')).AssistantPanel,
}))

export const Layout = () => (
  <AssistantProvider>
    <Frame />
  </AssistantProvider>
)

/** Header, page and, where there is room, the assistant beside it; on narrow screens a bar at the bottom leads around. */
function Frame() {
  const wide = useIsWide()
  const onChatPage = useLocation({ select: ({ pathname }) => pathname === '/chat' })
  const { isOpen, close } = useAssistant()
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 print:hidden -translate-y-20 rounded-md bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <Header />
      <OfflineBanner />
      <div className="flex">
        <div className="min-w-0 grow">
          {/* The footer begins below what is in sight: nothing jumps when a page's content comes. */}
          <main
            id="main"
            tabIndex={-1}
            className={onChatPage ? undefined : 'min-h-[calc(100dvh-var(--spacing-header))]'}
          >
            <Outlet />
          </main>
          {!onChatPage && <Footer />}
          {!wide && <div aria-hidden className="h-bar shrink-0 print:hidden" />}
        </div>
        {wide && isOpen && !onChatPage && (
          <aside
            aria-label="Assistant"
            className="print:hidden sticky top-header h-[calc(100dvh-var(--spacing-header))] w-panel shrink-0 border-l border-line bg-surface"
          >
            <Suspense
              fallback={
                <div className="p-5">
                  <SkeletonLines />
                </div>
              }
            >
              <AssistantPanel onClose={close} />
            </Suspense>
          </aside>
        )}
      </div>
      {!wide && <BottomBar />}
      <Arrival />
    </>
  )
}
