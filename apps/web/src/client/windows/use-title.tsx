import type { ReactNode } from 'react'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { isPending } from '../list/groups.ts'
import type { Route } from '../route.ts'
import { usePerson } from '../talk/use-person.ts'
import type { Win } from './desk.ts'

export interface Title {
  readonly icon: ReactNode
  /** For the title bar. */
  readonly long: string
  /** For the task bar. */
  readonly short: string
}

/** What a window is called, and the small drawing beside it. */
export function useTitle({ key, route }: Win): Title {
  const common = useWords('common')
  const words = useWords('windows')
  const statuses = useWords('statuses')
  const messenger = useMessenger()
  const self = useWatched(messenger.self)
  const isOnline = useWatched(messenger.line).state === 'online'
  const requests = useWatched(messenger.requests)
  const request = requests.find(({ id }) => key === requestKey(id))
  const person = usePerson(uinOf(route) ?? request?.from ?? messenger.uin)
  const named = (icon: ReactNode, name: string): Title => ({ icon, long: name, short: name })

  if (route === undefined) {
    if (request === undefined) return named(<Symbol name="px-na" className="st" />, words.calling)
    const name = person.givenName || request.nick || person.name
    return { icon: <Symbol name="px-message" className="st" />, long: words.messageFrom(name), short: name }
  }
  switch (route.page) {
    case 'talk': {
      const status = isPending(person) ? 'pending' : isOnline ? person.status : undefined
      const short = person.name === String(person.uin) ? person.name : `${person.name} (${person.uin})`
      return {
        icon: <Status of={status} isNew={person.unread > 0} silent />,
        long: isOnline ? words.withStatus(short, statuses[status ?? 'offline'].toLowerCase()) : short,
        short,
      }
    }
    case 'find':
      return named(<Symbol name="big-find" className="px16" />, common.findPeople)
    case 'requests':
      return named(<Symbol name="px-message" className="st" />, common.requests)
    case 'settings':
      return named(<Symbol name="big-history" className="px16" />, common.settings)
    case 'packets':
      return named(<Symbol name="big-modem" className="px16" />, common.packets)
    case 'profile': {
      const isOwn = route.uin === undefined || route.uin === messenger.uin
      const status = isOwn ? self.status : person.status
      return named(
        <Status of={isOnline ? status : undefined} silent />,
        isOwn ? words.profile : words.profileOf(person.name),
      )
    }
    default:
      return named(<Status of={isOnline ? self.status : undefined} silent />, self.nick)
  }
}

/** The window that shows one request. */
export const requestKey = (id: string): string => `request ${id}`

const uinOf = (route: Route | undefined) => (route !== undefined && 'uin' in route ? route.uin : undefined)
