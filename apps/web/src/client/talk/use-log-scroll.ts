import type { Conversation } from '@seekyou/messenger'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMessenger } from '../contexts.ts'
import { useFrame } from '../frame.ts'
import { useIsLookedAt } from './use-is-looked-at.ts'

/** How a conversation stands in its window: it stays at the end while one is there, and where one is while one reads. */
export interface LogScroll {
  readonly scroll: RefObject<HTMLDivElement | null>
  readonly isAtEnd: boolean
  /** How many of theirs came below what is seen. */
  readonly below: number
  toEnd(): void
  loadEarlier(): void
  readonly isLoading: boolean
}

export function useLogScroll(conversation: Conversation, wanted: string | undefined): LogScroll {
  const messenger = useMessenger()
  const scroll = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const [isLoading, setLoading] = useState(false)
  const isFront = useFrame()?.isFront ?? true
  const isLooking = useIsLookedAt() && isFront
  const { with: uin, entries, hasEarlier } = conversation

  const loading = useRef(false)
  const loadEarlier = useCallback(async () => {
    if (loading.current) return
    loading.current = true
    setLoading(true)
    await messenger.loadEarlier(uin).catch(() => {})
    loading.current = false
    setLoading(false)
  }, [messenger, uin])

  useEffect(() => {
    if (!isLooking || !isAtEnd) return
    messenger.look(uin)
    return () => messenger.look(undefined)
  }, [messenger, uin, isLooking, isAtEnd])

  useEffect(() => {
    const box = scroll.current
    if (box === null) return
    const moved = (): void => {
      // The box begins at its end: what is above it has negative places.
      setAtEnd(box.scrollTop > -endPixels)
      const aboveUs = box.scrollHeight - box.clientHeight + box.scrollTop
      if (hasEarlier && box.scrollTop < 0 && aboveUs < box.clientHeight) void loadEarlier()
    }
    box.addEventListener('scroll', moved, { passive: true })
    return () => box.removeEventListener('scroll', moved)
  }, [hasEarlier, loadEarlier])

  const lastRead = useKeptPlace(scroll, conversation, isAtEnd)
  useWanted(scroll, conversation, wanted, loadEarlier)

  const seen = entries.findIndex(({ id }) => id === lastRead)
  return {
    scroll,
    isAtEnd,
    below: isAtEnd ? 0 : entries.slice(seen + 1).filter(({ author }) => author === 'them').length,
    toEnd: () => scroll.current?.scrollTo({ top: 0, behavior: calmly() }),
    loadEarlier: () => void loadEarlier(),
    isLoading,
  }
}

/** Keeps in place what is read while something comes below it; what the user says themselves is always shown. Returns the entry that was the last one when the end was seen. */
function useKeptPlace(
  scroll: RefObject<HTMLDivElement | null>,
  { entries }: Conversation,
  isAtEnd: boolean,
): string | undefined {
  const last = entries.at(-1)
  const before = useRef<{ last: string | undefined; height: number }>({ last: last?.id, height: 0 })
  const [seen, setSeen] = useState(last?.id)
  useLayoutEffect(() => {
    const box = scroll.current
    if (box === null) return
    const { last: lastBefore, height } = before.current
    if (lastBefore !== last?.id && lastBefore !== undefined && !isAtEnd) {
      if (last?.author === 'me') box.scrollTop = 0
      else box.scrollTop -= box.scrollHeight - height
    }
    before.current = { last: last?.id, height: box.scrollHeight }
  }, [scroll, last, isAtEnd])
  useEffect(() => {
    if (isAtEnd) setSeen(last?.id)
  }, [isAtEnd, last])
  return seen
}

/** Brings an entry into view, fetching what was said before until it is there. */
function useWanted(
  scroll: RefObject<HTMLDivElement | null>,
  { entries, hasEarlier }: Conversation,
  wanted: string | undefined,
  loadEarlier: () => Promise<void>,
): void {
  const shown = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (wanted === undefined) shown.current = undefined
    if (wanted === undefined || shown.current === wanted) return
    if (!entries.some(({ id }) => id === wanted)) {
      if (hasEarlier) void loadEarlier()
      return
    }
    shown.current = wanted
    scroll.current?.querySelector(`[data-entry="${CSS.escape(wanted)}"]`)?.scrollIntoView({ block: 'center' })
  }, [scroll, entries, hasEarlier, wanted, loadEarlier])
}

/** How near to the end counts as there, in pixels. */
const endPixels = 24

const calmly = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth')
