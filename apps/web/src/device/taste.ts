import type { Watched } from '@seekyou/messenger'
import { watchable } from '../look/watchable.ts'
import type { Taste } from './contract.ts'

/** Where the taste is kept; `public/taste.js` reads it before the first paint and does what `show` does. */
const place = 'seekyou taste'

const plain: Taste = { theme: 'system', nightShift: false, largeFonts: false, language: '' }

/** How this program looks on this device. Other tabs of this browser follow. */
export function openTaste(): { readonly taste: Watched<Taste>; change(changes: Partial<Taste>): void } {
  const taste = watchable(read())
  taste.watch(() => show(taste.get()))
  addEventListener('storage', ({ key }) => {
    if (key === place) taste.set(read())
  })
  show(taste.get())
  return {
    taste,
    change(changes) {
      const now = { ...taste.get(), ...changes }
      if (JSON.stringify(now) === JSON.stringify(taste.get())) return
      taste.set(now)
      try {
        localStorage.setItem(place, JSON.stringify(now))
      } catch {
        // Where nothing is kept, it holds until the page is closed.
      }
    },
  }
}

function read(): Taste {
  try {
    return { ...plain, ...JSON.parse(localStorage.getItem(place) ?? '{}') }
  } catch {
    return plain
  }
}

function show({ theme, nightShift, largeFonts, language }: Taste): void {
  const page = document.documentElement
  const is1998 = theme === '1998'
  const scheme = is1998 ? (nightShift ? 'dark' : 'light') : theme
  mark(page, 'data-theme', scheme === 'system' ? '' : scheme)
  mark(page, 'data-look', is1998 ? '1998' : '')
  mark(page, 'data-fonts', largeFonts ? 'large' : '')
  if (language !== '') page.lang = language
}

function mark(page: HTMLElement, name: string, value: string): void {
  if (value === '') page.removeAttribute(name)
  else page.setAttribute(name, value)
}
