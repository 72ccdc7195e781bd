import { Link, useLocation } from '@tanstack/react-router'
import { MessageCircle } from 'lucide-react'
import { Button } from '../../components/ui/button.tsx'
import { useShop } from '../../lib/shop.ts'
import { useIsWide } from '../../lib/use-media-query.ts'
import { useAssistant } from '../../lib/assistant.ts'
import { destinations } from './navigation.ts'
import { ThemeToggle } from './theme-toggle.tsx'

export function Header() {
  const { name } = useShop()
  const wide = useIsWide()
  const { isOpen, open, close } = useAssistant()
  const onChatPage = useLocation({ select: ({ pathname }) => pathname === '/chat' })
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas/92 backdrop-blur-md print:static">
      <div className="flex h-header items-center gap-2 px-[clamp(1rem,3vw,2rem)]">
        <Link to="/" className="mr-auto flex min-w-0 items-center gap-2.5 rounded-sm font-bold tracking-tight lg:mr-4">
          <ShopSign />
          <span className="truncate text-lg">{name}</span>
        </Link>
        {wide && (
          <nav aria-label="Shop" className="mr-auto flex min-w-0">
            {destinations.map(({ label, link }) => (
              <Link
                key={label}
                {...link}
                className="rounded-md px-2.5 py-2 text-sm font-medium whitespace-nowrap text-muted transition-colors hover:bg-sunken hover:text-ink xl:px-3"
                activeProps={{ className: 'text-ink! bg-sunken' }}
              >
                {label}
              </Link>
            ))}
          </nav>
        )}
        <ThemeToggle />
        {wide && !onChatPage && (
          <Button
            look={isOpen ? 'secondary' : 'primary'}
            aria-expanded={isOpen}
            onClick={() => (isOpen ? close() : open())}
            icon={<MessageCircle aria-hidden className="size-4.5" />}
          >
            Ask us
          </Button>
        )}
      </div>
    </header>
  )
}

const ShopSign = () => (
  <svg aria-hidden viewBox="0 0 32 32" className="size-8 shrink-0">
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <path d="M9 12h14l-1.2 10.2a2 2 0 0 1-2 1.8h-7.6a2 2 0 0 1-2-1.8Z" className="fill-on-accent" />
    <path
      d="M12.5 14v-3a3.5 3.5 0 0 1 7 0v3"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      className="stroke-on-accent"
    />
  </svg>
)
