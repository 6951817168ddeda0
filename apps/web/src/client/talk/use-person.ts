import type { Uin } from '@seekyou/language'
import type { Person } from '@seekyou/messenger'
import { useMemo } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useMessenger } from '../contexts.ts'

/** Somebody by number; of whom nothing is known, that. */
export function usePerson(uin: Uin): Person {
  const messenger = useMessenger()
  const known = useWatched(messenger.people).get(uin)
  const { codePage } = useWatched(messenger.self)
  return useMemo(() => known ?? stranger(uin, codePage), [known, uin, codePage])
}

const stranger = (uin: Uin, codePage: Person['codePage']): Person => ({
  uin,
  name: String(uin),
  givenName: '',
  nick: '',
  isContact: false,
  group: '',
  status: undefined,
  isMuted: false,
  sight: 'asUsual',
  authorization: 'free',
  codePage,
  isCodePageChosen: false,
  unread: 0,
})
