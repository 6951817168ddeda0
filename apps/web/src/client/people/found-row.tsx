import type { Person } from '@seekyou/messenger'
import type { FoundUser } from '@seekyou/sdk'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWords } from '../../words/use-words.ts'
import { hrefOf } from '../route.ts'

/** Somebody who was found. Only contacts have a status that is known. */
export function FoundRow({ user, person, isSelf, words: wanted, onAdd }: FoundRowProps) {
  const words = useWords('people')
  const name = user.nick || String(user.uin)
  const isContact = person?.isContact === true
  return (
    <li>
      {isContact && !isSelf ? (
        <span>
          <Status of={person.status} />
        </span>
      ) : (
        <span title={isSelf ? undefined : words.unknownStatus}>
          <Symbol name={isSelf ? 'i-person' : 'st-pending'} className={isSelf ? 'icon icon--s' : 'st st--pending'} />
          {isSelf ? null : <span className="vh">{words.unknownStatus}</span>}
        </span>
      )}
      <div className="who">
        <a href={hrefOf(isSelf ? { page: 'profile' } : { page: 'profile', uin: user.uin })}>
          <Marked text={name} words={wanted} />
        </a>
        <small>
          <Marked text={[user.first, user.last].filter((part) => part !== '').join(' ')} words={wanted} />
        </small>
      </div>
      <UinText uin={user.uin} />
      <span className="about">{user.email}</span>
      <span className="acts">
        {isSelf ? (
          <span className="tag">{words.you}</span>
        ) : isContact ? (
          <span className={person.authorization === 'asked' ? 'tag' : 'tag tag--ok'}>
            <Symbol name={person.authorization === 'asked' ? 'i-clock' : 'i-check'} className="icon icon--s" />
            {person.authorization === 'asked' ? words.asked : words.onYourList}
          </span>
        ) : (
          <button
            type="button"
            className="btn btn--small"
            aria-label={user.needsAuthorization ? words.askName(name) : words.addName(name)}
            onClick={onAdd}
          >
            <Symbol name={user.needsAuthorization ? 'i-key' : 'i-add-person'} />
            {user.needsAuthorization ? words.ask : words.add}
          </button>
        )}
      </span>
    </li>
  )
}

interface FoundRowProps {
  readonly user: FoundUser
  /** What is known of them here. */
  readonly person: Person | undefined
  readonly isSelf: boolean
  /** What was searched for. */
  readonly words: string
  readonly onAdd: () => void
}

/** A text whose beginning was searched for. */
function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  const found = words.split(' ').find((word) => text.toLowerCase().startsWith(word.toLowerCase()))
  if (found === undefined || found === '') return text
  return (
    <>
      <mark>{text.slice(0, found.length)}</mark>
      {text.slice(found.length)}
    </>
  )
}
