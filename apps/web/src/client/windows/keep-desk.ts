import { hrefOf, routeOf } from '../route.ts'
import { type Box, type Desk, emptyDesk, keyOf, listKey } from './desk.ts'

/** A desktop as text: windows without a route have nothing to say any more when it is read. */
export function textOf({ windows, order, boxes, maximized }: Desk): string {
  const kept = windows.flatMap(({ route, isMinimized }) =>
    route === undefined ? [] : [{ at: hrefOf(route), ...(isMinimized ? { isMinimized } : {}) }],
  )
  const text: Kept = { windows: kept, order, boxes: [...boxes], maximized: [...maximized] }
  return JSON.stringify(text)
}

/** The desktop of a text; of one that is none, the empty one. */
export function deskOf(text: string | undefined): Desk {
  try {
    const kept: Kept = JSON.parse(text ?? '')
    const windows = kept.windows.map(({ at, isMinimized = false }) => {
      const route = routeOf(at)
      return { key: keyOf(route), route, isMinimized }
    })
    if (!windows.some(({ key }) => key === listKey)) return emptyDesk
    const keys = windows.map(({ key }) => key)
    const known = kept.order.filter((key) => keys.includes(key))
    return {
      windows,
      order: [...new Set([...keys.filter((key) => !known.includes(key)), ...known])],
      boxes: new Map(kept.boxes.filter(([, box]) => isBox(box))),
      maximized: new Set(kept.maximized),
    }
  } catch {
    return emptyDesk
  }
}

interface Kept {
  readonly windows: readonly { readonly at: string; readonly isMinimized?: boolean }[]
  readonly order: readonly string[]
  readonly boxes: readonly (readonly [string, Box])[]
  readonly maximized: readonly string[]
}

const isBox = (box: Partial<Box> | undefined): boolean =>
  [box?.left, box?.top, box?.width, box?.height].every((side) => Number.isFinite(side))
