import type { Uin } from '@seekyou/language'
import type { Entry } from '@seekyou/messenger'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { goTo } from '../use-route.ts'

/** Looks for words in this conversation, and goes from one place to the next: Enter upwards, Shift + Enter down. */
export function SearchBar({ uin, onClose }: { readonly uin: Uin; readonly onClose: () => void }) {
  const talk = useWords('talk')
  const common = useWords('common')
  const dates = useDates()
  const messenger = useMessenger()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<readonly Entry[]>([])
  const [at, setAt] = useState(0)

  const show = (index: number, entries: readonly Entry[]): void => {
    const entry = entries[index]
    if (entry === undefined) return
    setAt(index)
    goTo({ page: 'talk', uin, entry: entry.id }, { replace: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed looks anew
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(async () => {
      const entries =
        typed.trim() === '' ? [] : await messenger.searchHistory(typed, { with: uin, count: 200 }).catch(() => [])
      if (!isWanted) return
      setFound(entries)
      show(0, entries)
    }, pause)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [messenger, typed, uin])

  const go = (step: number): void => show((at + step + found.length) % found.length, found)
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    go(event.shiftKey ? -1 : 1)
  }
  return (
    <search className="search-bar">
      <div className="with-icon">
        <Symbol name="i-search" className="icon icon--s" />
        <input
          // biome-ignore lint/a11y/noAutofocus: it was opened to type into
          autoFocus
          className="input"
          type="search"
          placeholder={talk.searchPlace}
          aria-label={talk.searchPlace}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <span className="small num" role="status">
        {typed.trim() === ''
          ? ''
          : found.length === 0
            ? talk.found(0)
            : `${dates.number(at + 1)} / ${dates.number(found.length)}`}
      </span>
      <button
        type="button"
        className="icon-btn"
        aria-label={talk.previous}
        disabled={found.length < 2}
        onClick={() => go(1)}
      >
        <Symbol name="i-up" />
      </button>
      <button
        type="button"
        className="icon-btn"
        aria-label={talk.next}
        disabled={found.length < 2}
        onClick={() => go(-1)}
      >
        <Symbol name="i-down" />
      </button>
      <button type="button" className="icon-btn" aria-label={common.close} onClick={onClose}>
        <Symbol name="i-close" />
      </button>
    </search>
  )
}

/** After the last key, in milliseconds. */
const pause = 150
