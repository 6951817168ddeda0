import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { fit } from './box.ts'
import type { Box, Size } from './desk.ts'

/** What is done with a window at the moment. */
export type Moving = 'move' | 'size'

export interface Mover {
  /** Where it is meanwhile. */
  readonly box: Box
  /** The keyboard moves it or changes its size. */
  readonly byKeys: Moving | undefined
  /** For what is dragged: the title bar, or the corner. */
  handle(how: Moving): {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
  }
  startKeys(how: Moving): void
  /** For the window, while the keyboard moves it. */
  onKeyDown(event: KeyboardEvent): void
  stopKeys(): void
}

/** Moves a window and changes its size, with the pointer or with arrow keys. `onPut` is told where it was left. */
export function useMover(box: Box, screen: Size & { readonly zoom: number }, onPut: (box: Box) => void): Mover {
  const [drag, setDrag] = useState<Drag | undefined>()
  const [byKeys, setByKeys] = useState<Moving | undefined>()
  const current = drag?.box ?? box
  const changed = (how: Moving, from: Box, x: number, y: number): Box =>
    how === 'move'
      ? fit({ ...from, left: from.left + x, top: from.top + y }, screen)
      : fit(
          {
            ...from,
            // It grows to the edge of the desktop, not over it.
            width: Math.min(from.width + x, screen.width - from.left),
            height: Math.min(from.height + y, screen.height - from.top),
          },
          screen,
        )
  const end = (): void => {
    setDrag(undefined)
    if (drag !== undefined && drag.box !== drag.from) onPut(drag.box)
  }
  const stopKeys = (): void => {
    if (byKeys === undefined) return
    setByKeys(undefined)
    end()
  }
  return {
    box: current,
    byKeys,
    handle: (how) => ({
      onPointerDown(event) {
        if (event.button !== 0 || (event.target as Element).closest('button') !== null) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setByKeys(undefined)
        setDrag({ how, from: current, box: current, x: event.clientX, y: event.clientY })
      },
      onPointerMove(event) {
        if (drag === undefined || drag.how !== how || byKeys !== undefined) return
        const [x, y] = [(event.clientX - drag.x) / screen.zoom, (event.clientY - drag.y) / screen.zoom]
        // A hand that trembles does not move a window.
        if (drag.box === drag.from && Math.hypot(x, y) < 3) return
        setDrag({ ...drag, box: changed(how, drag.from, x, y) })
      },
      onPointerUp: end,
      onPointerCancel: end,
    }),
    startKeys(how) {
      setByKeys(how)
      setDrag({ how, from: box, box, x: 0, y: 0 })
    },
    onKeyDown(event) {
      if (byKeys === undefined || drag === undefined) return
      const by = event.shiftKey || event.ctrlKey ? 1 : 8
      const [x, y] = steps[event.key] ?? [0, 0]
      if (event.key === 'Escape') {
        setByKeys(undefined)
        setDrag(undefined)
      } else if (event.key === 'Enter') stopKeys()
      else if (x !== 0 || y !== 0) setDrag({ ...drag, box: changed(byKeys, drag.box, x * by, y * by) })
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    stopKeys,
  }
}

interface Drag {
  readonly how: Moving
  readonly from: Box
  readonly box: Box
  /** Where the pointer was pressed, in pixels of the page. */
  readonly x: number
  readonly y: number
}

const steps: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
