import type { Route } from '../route.ts'
import type { Box, Size } from './desk.ts'

/** The place where a window is wholly on the desktop: moved, and made smaller where it must be. */
export function fit({ left, top, width, height }: Box, desk: Size): Box {
  const [w, h] = [clamp(width, least.width, desk.width), clamp(height, least.height, desk.height)]
  return { left: clamp(left, 0, desk.width - w), top: clamp(top, 0, desk.height - h), width: w, height: h }
}

/** Where a window is when nobody has moved it yet. `nth`: how many of its kind there were before it. */
export function firstBox(what: Route['page'] | 'small', nth: number, desk: Size): Box {
  const size = sizes[what] ?? sizes.find
  const [left, top] = places[what]?.(desk, size) ?? [(desk.width - size.width) / 2, 40]
  // In steps down to the right; after some of them again from the first.
  const step = (nth % 6) * 26
  return fit({ left: left + step, top: top + step, ...size }, desk)
}

/** No window is smaller. */
const least: Size = { width: 200, height: 120 }

const sizes = {
  list: { width: 216, height: 668 },
  talk: { width: 460, height: 400 },
  find: { width: 600, height: 470 },
  requests: { width: 500, height: 440 },
  profile: { width: 480, height: 560 },
  settings: { width: 640, height: 560 },
  packets: { width: 460, height: 600 },
  small: { width: 380, height: 190 },
} as Record<Route['page'] | 'small', Size> & { readonly find: Size }

/** From the left and the top. */
const places: Partial<Record<Route['page'] | 'small', (desk: Size, own: Size) => readonly [number, number]>> = {
  list: () => [14, 12],
  talk: () => [246, 40],
  find: (desk, own) => [desk.width - own.width - 110, 150],
  profile: (desk, own) => [desk.width - own.width - 120, 60],
  requests: (desk, own) => [desk.width - own.width - 130, 90],
  packets: (desk, own) => [desk.width - own.width - 100, 30],
  small: (desk, own) => [(desk.width - own.width) / 2, (desk.height - own.height) / 3],
}

/** In whole pixels: what is drawn in pixels shall stay so. */
const clamp = (value: number, low: number, high: number): number =>
  Math.round(Math.max(Math.min(low, high), Math.min(value, high)))
