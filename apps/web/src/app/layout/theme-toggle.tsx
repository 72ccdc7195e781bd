import { Monitor, Moon, Sun } from 'lucide-react'
import { IconButton } from '../../components/ui/icon-button.tsx'
import { setTheme, type Theme, useTheme } from '../../lib/theme.ts'

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const words: Record<Theme, string> = { system: "the device's", light: 'light', dark: 'dark' }
const icons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon }

export function ThemeToggle() {
  const theme = useTheme()
  const Icon = icons[theme]
  return (
    <IconButton
      label={`Colours: ${words[theme]}. Change to ${words[next[theme]]}`}
      icon={<Icon aria-hidden />}
      onClick={() => setTheme(next[theme])}
    />
  )
}
