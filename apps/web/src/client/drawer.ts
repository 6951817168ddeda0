import { createContext, use } from 'react'

/** The drawer with the packets of this connection. */
export interface Drawer {
  readonly isOpen: boolean
  open(): void
  close(): void
}

export const DrawerContext = createContext<Drawer>({ isOpen: false, open() {}, close() {} })

export const useDrawer = (): Drawer => use(DrawerContext)
