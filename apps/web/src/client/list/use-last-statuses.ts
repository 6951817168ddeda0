import type { Uin } from '@seekyou/language'
import type { Person } from '@seekyou/messenger'
import { useMemo, useRef } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useMessenger } from '../contexts.ts'

/** Everybody; while the line is down with the statuses that they had, so that nobody changes places. */
export function useLastStatuses(): ReadonlyMap<Uin, Person> {
  const messenger = useMessenger()
  const people = useWatched(messenger.people)
  const isOnline = useWatched(messenger.line).state === 'online'
  const last = useRef<ReadonlyMap<Uin, Person>>(people)
  return useMemo(() => {
    if (isOnline) {
      last.current = people
      return people
    }
    return new Map([...people].map(([uin, person]) => [uin, { ...person, status: last.current.get(uin)?.status }]))
  }, [people, isOnline])
}
