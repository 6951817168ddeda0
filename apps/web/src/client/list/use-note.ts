import type { Person } from '@seekyou/messenger'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** The few words beside a name: when they were asked or seen. Empty: there is nothing to say. */
export function useNote(person: Person): string {
  const list = useWords('list')
  const dates = useDates()
  const now = Date.now()
  if (person.authorization === 'asked') {
    return person.askedAt === undefined ? '' : list.askedAt(dates.ago(person.askedAt, now))
  }
  if (person.authorization === 'needed') return list.needsAsking
  if (person.authorization === 'refused') return list.refused
  if (person.status === 'invisible') return list.visibleToYou
  return person.status !== undefined || person.seenAt === undefined || !person.isContact
    ? ''
    : list.seenAt(dates.ago(person.seenAt, now))
}
