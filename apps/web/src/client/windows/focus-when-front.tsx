import { type RefObject, useEffect } from 'react'
import { useIsPhone } from '../use-is-phone.ts'

/** Gives the keyboard to a window that has come to the front: to where one types first, when it has that. */
export function FocusWhenFront({ isFront, of }: FocusWhenFrontProps) {
  const isPhone = useIsPhone()
  useEffect(() => {
    const window = of.current
    if (!isFront || window === null || document.querySelector('dialog[open]') !== null) return
    const now = document.activeElement
    if (now !== window && window.contains(now)) return
    // On a phone the keys would cover what is to be read.
    const first = isPhone ? null : window.querySelector<HTMLElement>('.composer .textarea, .page .input')
    const wanted = first ?? window
    wanted.focus({ preventScroll: true })
  }, [isFront, of, isPhone])
  return null
}

interface FocusWhenFrontProps {
  readonly isFront: boolean
  readonly of: RefObject<HTMLElement | null>
}
