import { useDeferredValue, useState } from 'react'
import { ask } from '../office/ask.ts'
import { type Asked, useAsked } from '../office/use-asked.ts'
import type { Answer } from '../office/ways.ts'
import type { Only } from './account.ts'

/** So many on a page. */
const pageSize = 25

/** A search in the accounts, some at a time. */
export interface AccountsSearch extends Asked<Answer<'findUsers'>> {
  readonly text: string
  readonly only: Only
  /** How many are before this page. */
  readonly skipped: number
  search(text: string): void
  show(only: Only): void
  earlier(): void
  later(): void
}

export function useAccounts(): AccountsSearch {
  const [text, setText] = useState('')
  const [only, setOnly] = useState<Only>('all')
  /** Where each page so far began. */
  const [starts, setStarts] = useState<readonly (number | undefined)[]>([undefined])
  const wanted = useDeferredValue(text.trim())
  const after = starts.at(-1)
  const asked = useAsked(
    () =>
      ask('findUsers', {
        text: wanted === '' ? undefined : wanted,
        only: only === 'all' ? undefined : only,
        after,
        count: pageSize,
      }),
    JSON.stringify([wanted, only, after]),
  )
  const next = asked.answer?.next
  return {
    ...asked,
    text,
    only,
    skipped: (starts.length - 1) * pageSize,
    search(value) {
      setText(value)
      setStarts([undefined])
    },
    show(value) {
      setOnly(value)
      setStarts([undefined])
    },
    earlier: () => setStarts(starts.slice(0, -1)),
    later: () => next !== undefined && setStarts([...starts, next]),
  }
}
