import type { Entry, Person } from '@seekyou/messenger'
import { createContext, type FunctionComponent, type ReactNode, use } from 'react'
import type { ContactQuestion } from './list/contact-dialog.tsx'

/** What stands around a page instead of a pane with its band: a window, with a title bar of its own. */
export interface Frame {
  readonly Page: FunctionComponent<{
    readonly sub?: ReactNode
    readonly actions?: ReactNode
    readonly children: ReactNode
  }>
  /** What can be done in a conversation. */
  readonly TalkHead: FunctionComponent<TalkHeadProps>
  /** Who says something, and when, in front of it. */
  readonly Author: FunctionComponent<{ readonly entry: Entry; readonly person: Person }>
  /** Whether it is the one that is looked at. */
  readonly isFront: boolean
}

export interface TalkHeadProps {
  readonly person: Person
  readonly isSearching: boolean
  readonly onSearch: () => void
  readonly onAsk: (question: ContactQuestion) => void
}

export const FrameContext = createContext<Frame | undefined>(undefined)

/** Undefined: the page is a pane of the main page. */
export const useFrame = (): Frame | undefined => use(FrameContext)
