import type { Uin } from '@seekyou/language'

/** A small text about an account that a page needs at once. Where nothing can be kept there is none. */
export function accountText(what: string, uin: Uin): { read(): string | undefined; write(text: string): void } {
  const place = `seekyou ${what}${endOf(uin)}`
  return {
    read() {
      try {
        return localStorage.getItem(place) ?? undefined
      } catch {
        return undefined
      }
    },
    write(text) {
      try {
        localStorage.setItem(place, text)
      } catch {
        // It holds until the page is closed.
      }
    },
  }
}

/** Takes all of them away, when an account is forgotten. */
export function forgetAccountTexts(uin: Uin): void {
  try {
    for (const place of Object.keys(localStorage)) {
      if (place.startsWith('seekyou ') && place.endsWith(endOf(uin))) localStorage.removeItem(place)
    }
  } catch {
    // Nothing could be kept.
  }
}

const endOf = (uin: Uin): string => ` ${uin}`
