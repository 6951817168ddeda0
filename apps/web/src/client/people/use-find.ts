import type { Messenger } from '@seekyou/messenger'
import type { FoundUser, SearchFor } from '@seekyou/sdk'
import { useEffect, useRef, useState } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useMessenger } from '../contexts.ts'
import { readNumber } from '../wizard/read-number.ts'

interface Typed {
  readonly by: 'name' | 'number' | 'email'
  readonly nick: string
  readonly first: string
  readonly last: string
  readonly email: string
  readonly number: string
}

export type FindResult =
  | { readonly state: 'searching' }
  | { readonly state: 'failed' }
  | {
      readonly state: 'found'
      readonly people: readonly FoundUser[]
      readonly hasMore: boolean
      readonly words: string
    }

/** A search: what is typed, and what came of it. */
export interface Find extends Typed {
  readonly result: FindResult | undefined
  /** What is typed cannot be searched for. */
  readonly isWrong: boolean
  readonly isLineDown: boolean
  type(changes: Partial<Typed>): void
  search(): void
}

export function useFind(): Find {
  const messenger = useMessenger()
  const line = useWatched(messenger.line)
  const [{ typed, result }, setNow] = useState<Kept>(() => kept.get(messenger) ?? { typed: nothingTyped })
  const [isWrong, setWrong] = useState(false)
  const searching = useRef<AbortController>(undefined)
  useEffect(() => {
    kept.set(messenger, { typed, ...(result?.state === 'found' && { result }) })
  })
  useEffect(() => () => searching.current?.abort(), [])

  async function search(): Promise<void> {
    const wanted = wantedOf(typed)
    if (wanted === undefined) return setWrong(true)
    searching.current?.abort()
    const mine = new AbortController()
    searching.current = mine
    const show = (next: FindResult): void => {
      if (!mine.signal.aborted) setNow((before) => ({ ...before, result: next }))
    }
    show({ state: 'searching' })
    try {
      const { found, hasMore } = await messenger.find(wanted, { signal: mine.signal })
      show({ state: 'found', people: found, hasMore, words: wordsOf(typed) })
    } catch {
      show({ state: 'failed' })
    }
  }

  return {
    ...typed,
    result,
    isWrong,
    isLineDown: line.state !== 'online',
    type(changes) {
      setWrong(false)
      setNow((before) => ({ ...before, typed: { ...before.typed, ...changes } }))
    },
    search: () => void search(),
  }
}

/** What the server is to be asked; undefined: nothing that could be found. */
export function wantedOf(typed: Typed): SearchFor | undefined {
  if (typed.by === 'number') {
    const uin = readNumber(typed.number)
    return uin && { uin }
  }
  const names = typed.by === 'email' ? (['email'] as const) : (['nick', 'first', 'last'] as const)
  const wanted = Object.fromEntries(names.map((name) => [name, typed[name].trim()]).filter(([, text]) => text !== ''))
  return Object.keys(wanted).length > 0 ? wanted : undefined
}

interface Kept {
  readonly typed: Typed
  readonly result?: FindResult
}

const wordsOf = ({ by, nick, first, last, email, number }: Typed): string =>
  (by === 'number' ? [number] : by === 'email' ? [email] : [nick, first, last])
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ')

const nothingTyped: Typed = { by: 'name', nick: '', first: '', last: '', email: '', number: '' }
/** The last search of each user, for coming back from a profile. */
const kept = new WeakMap<Messenger, Kept>()
