import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { Markdown } from './markdown.tsx'

const html = (text: string) => render(<Markdown text={text} />).container.innerHTML

describe('nothing in a text becomes markup', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    'before <script>alert(1)</script> after',
    '<div onclick="alert(1)">\n\nhi\n\n</div>',
    '<iframe src="https://example.com"></iframe>',
  ])('%s', (text) => {
    const { container } = render(<Markdown text={text} />)
    expect(container.querySelector('img, script, iframe, [onclick]')).toBeNull()
    expect(container.textContent).toContain('<')
  })

  test.each(['[x](javascript:alert(1))', '[x](data:text/html,hi)', '[x](vbscript:x)'])('no link to %s', (text) => {
    render(<Markdown text={text} />)
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByText('x')).toBeDefined()
  })

  test('a picture is its words', () => {
    expect(html('![a drill](https://example.com/x.png)')).not.toContain('<img')
  })
})

test('links to the web open elsewhere', () => {
  render(<Markdown text="[us](https://example.com/)" />)
  const link = screen.getByRole('link', { name: 'us' })
  expect(link.getAttribute('href')).toBe('https://example.com/')
  expect(link.getAttribute('rel')).toContain('noopener')
})

test('the highest heading takes the level that is asked for', () => {
  render(<Markdown text={'## One\n\n### Two'} headingLevel={2} />)
  expect(screen.getByRole('heading', { level: 2, name: 'One' })).toBeDefined()
  expect(screen.getByRole('heading', { level: 3, name: 'Two' })).toBeDefined()
})

test('a sentence is highlighted where it stands, over formatting and lines', () => {
  const text = '## Returns\n\nFirst. You can *return* it\nwithin 30 days. Last.'
  const start = text.indexOf('You')
  const end = text.indexOf(' Last')
  const { container } = render(<Markdown text={text} stretch={{ start, end }} />)
  const marked = [...container.querySelectorAll('mark')].map((mark) => mark.textContent).join('')
  expect(marked).toBe('You can return it\nwithin 30 days.')
})

test('a table is a table, and left out where it is shown otherwise', () => {
  const text = 'Words.\n\n| | A |\n|---|---|\n| Price | 5 |'
  const { unmount } = render(<Markdown text={text} />)
  expect(screen.getByRole('cell', { name: '5' })).toBeDefined()
  unmount()
  render(<Markdown text={text} without={['table']} />)
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getByText('Words.')).toBeDefined()
})
