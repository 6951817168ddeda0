// Which windows there are, which lies over which, and where they are. No drawing, no browser.
import { hrefOf, type Route } from '../route.ts'

/** Where a window is on the desktop, in whole pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Size = Pick<Box, 'width' | 'height'>

export interface Win {
  readonly key: string
  /** What it shows; undefined: a small window with something to say. */
  readonly route?: Route
  readonly isMinimized: boolean
}

export interface Desk {
  /** In the order in which they were opened: that of the task bar. */
  readonly windows: readonly Win[]
  /** Keys from the back to the front. */
  readonly order: readonly string[]
  /** Where windows are or were, by key. Those that were never moved are not here. */
  readonly boxes: ReadonlyMap<string, Box>
  readonly maximized: ReadonlySet<string>
}

/** The window that shows a route: a conversation has one of its own, the settings have one for all parts. */
export function keyOf(route: Route): string {
  if (route.page === 'talk') return hrefOf({ page: 'talk', uin: route.uin })
  return route.page === 'settings' ? hrefOf({ page: 'settings', part: '' }) : hrefOf(route)
}

export const listKey = keyOf({ page: 'list' })

/** The contact list is always there. */
export const emptyDesk: Desk = {
  windows: [{ key: listKey, route: { page: 'list' }, isMinimized: false }],
  order: [listKey],
  boxes: new Map(),
  maximized: new Set(),
}

/** The window that lies over all others and can be seen. */
export function frontOf({ windows, order }: Desk): Win | undefined {
  const last = order.findLast((key) => windows.some((one) => one.key === key && !one.isMinimized))
  return windows.find(({ key }) => key === last)
}

/** Opens the window of a route, or brings it to the front. */
export function show(desk: Desk, route: Route): Desk {
  const key = keyOf(route)
  const win: Win = { key, route, isMinimized: false }
  const isOpen = desk.windows.some((one) => one.key === key)
  return {
    ...desk,
    windows: isOpen ? desk.windows.map((one) => (one.key === key ? win : one)) : [...desk.windows, win],
    order: [...without(desk.order, key), key],
  }
}

/** Opens a small window with something to say, behind the one that is looked at. */
export function announce(desk: Desk, key: string): Desk {
  if (desk.windows.some((one) => one.key === key)) return desk
  return { ...desk, windows: [...desk.windows, { key, isMinimized: false }], order: [key, ...desk.order] }
}

export function raise(desk: Desk, key: string): Desk {
  const win = desk.windows.find((one) => one.key === key)
  if (win === undefined || (frontOf(desk) === win && desk.order.at(-1) === key)) return desk
  return { ...withWindow(desk, { ...win, isMinimized: false }), order: [...without(desk.order, key), key] }
}

export function minimize(desk: Desk, key: string): Desk {
  const win = desk.windows.find((one) => one.key === key)
  return win === undefined ? desk : withWindow(desk, { ...win, isMinimized: true })
}

/** Closes a window; the contact list becomes a button of the task bar instead. */
export function close(desk: Desk, key: string): Desk {
  if (key === listKey) return minimize(desk, key)
  return {
    ...desk,
    windows: desk.windows.filter((one) => one.key !== key),
    order: without(desk.order, key),
  }
}

export function toggleMaximized(desk: Desk, key: string): Desk {
  const maximized = new Set(desk.maximized)
  if (!maximized.delete(key)) maximized.add(key)
  return { ...desk, maximized }
}

/** Remembers where a window was put. The oldest of very many places are forgotten. */
export function put(desk: Desk, key: string, box: Box): Desk {
  const boxes = new Map([...desk.boxes].filter(([other]) => other !== key).slice(1 - mostBoxes))
  return { ...desk, boxes: boxes.set(key, box) }
}

const mostBoxes = 200

const withWindow = (desk: Desk, win: Win): Desk => ({
  ...desk,
  windows: desk.windows.map((one) => (one.key === win.key ? win : one)),
})

const without = (keys: readonly string[], gone: string): readonly string[] => keys.filter((key) => key !== gone)
