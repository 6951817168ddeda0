import type { StatusName } from '@seekyou/sdk'
import { createContext, use } from 'react'
import { useWords } from '../words/use-words.ts'
import { Symbol } from './symbol.tsx'

/** How somebody is: `undefined` off line, `pending` not known until they have allowed it. */
export type ShownStatus = StatusName | 'pending' | undefined

/** Whether statuses are drawn in pixels, as they were in 1998. There an envelope takes the place of whoever has written. */
export const PixelsContext = createContext(false)

/**
 * The symbol of a status, and its word for whoever cannot see it. `silent`: the word stands beside it anyway. `isNew`: something
 * of theirs is not read.
 */
export function Status({ of, large = false, silent = false, isNew = false }: StatusProps) {
  const words = useWords('statuses')
  const hasPixels = use(PixelsContext)
  const shape = hasPixels && isNew ? 'message' : shapeOf(of)
  const drawing = hasPixels && of !== 'pending' ? `px-${shape}` : `st-${shape}`
  return (
    <>
      <Symbol name={drawing} className={`st st--${shape}${large ? ' st--l' : ''}`} />
      {silent ? null : <span className="vh">{words[of ?? 'offline']}</span>}
    </>
  )
}

interface StatusProps {
  readonly of: ShownStatus
  readonly large?: boolean
  readonly silent?: boolean
  readonly isNew?: boolean
}

/** What symbols.svg and the style sheets call it. */
const shapeOf = (status: ShownStatus): string => (status === undefined ? 'offline' : (shapes[status] ?? status))

const shapes: Partial<Record<string, string>> = {
  freeForChat: 'free',
  notAvailable: 'na',
  doNotDisturb: 'dnd',
}
