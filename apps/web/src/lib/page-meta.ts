import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useShop } from './shop.ts'

interface PageMeta {
  /** Of the page; the shop's name is put after it. */
  title: string
  description?: string
  /** Shown where a link is shared. */
  picture?: string | null
  /** Structured data of what the page is about (schema.org); a new object of the same content changes nothing. */
  jsonLd?: object
}

function setMeta(attribute: 'name' | 'property', key: string, content: string | undefined) {
  const selector = `meta[${attribute}="${key}"]`
  const present = document.head.querySelector(selector)
  if (content === undefined) return present?.remove()
  const meta = present ?? document.head.appendChild(document.createElement('meta'))
  meta.setAttribute(attribute, key)
  meta.setAttribute('content', content)
}

/** The page's own address: what a browser's menu shares. */
function setCanonical(href: string) {
  const link = document.head.querySelector('link[rel="canonical"]') ?? document.createElement('link')
  link.setAttribute('rel', 'canonical')
  link.setAttribute('href', href)
  document.head.append(link)
}

function setJsonLd(text: string | null) {
  const present = document.head.querySelector('script[type="application/ld+json"]')
  if (text === null) return present?.remove()
  const script = present ?? document.head.appendChild(document.createElement('script'))
  script.setAttribute('type', 'application/ld+json')
  script.textContent = text
}

/** Title, address, description, picture and structured data of the page that is shown. */
export function usePageMeta({ title, description, picture, jsonLd }: PageMeta) {
  const { name } = useShop()
  const structured = jsonLd === undefined ? null : JSON.stringify(jsonLd)
  const path = useLocation({ select: ({ pathname }) => pathname })
  useEffect(() => {
    const full = title === name ? name : `${title} · ${name}`
    const address = location.origin + path
    document.title = full
    setCanonical(address)
    setMeta('name', 'description', description)
    setMeta('property', 'og:title', full)
    setMeta('property', 'og:description', description)
    setMeta('property', 'og:url', address)
    setMeta('property', 'og:site_name', name)
    setMeta('property', 'og:image', picture == null ? undefined : new URL(picture, location.origin).href)
    setJsonLd(structured)
  }, [title, name, path, description, picture, structured])
}
