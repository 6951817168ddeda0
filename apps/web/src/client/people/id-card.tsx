import type { Uin } from '@seekyou/language'
import type { Person } from '@seekyou/messenger'
import { type ShownStatus, Status } from '../../look/status.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** Name, number and status of somebody, large. */
export function IdCard({ uin, name, person }: IdCardProps) {
  const words = useWords('people')
  const statuses = useWords('statuses')
  const dates = useDates()
  const status: ShownStatus = person?.isContact === true ? person.status : 'pending'
  const parts = [
    person?.isContact === true ? statuses[person.status ?? 'offline'] : words.stranger,
    person !== undefined && person.status === undefined && person.seenAt !== undefined
      ? words.seen(dates.ago(person.seenAt, Date.now()))
      : '',
  ]
  return (
    <div className="idcard">
      <Status of={status} silent />
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p>{parts.filter((part) => part !== '').join(' · ')}</p>
      <UinText uin={uin} />
    </div>
  )
}

interface IdCardProps {
  readonly uin: Uin
  readonly name: string
  /** What is known of them here. */
  readonly person: Person | undefined
}
