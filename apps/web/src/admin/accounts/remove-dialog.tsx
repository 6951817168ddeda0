import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { Confirm } from '../parts/confirm.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { useSay } from '../shell/said.tsx'
import { type Account, stateOf } from './account.ts'
import { WhoTitle } from './who-title.tsx'

/** Removes an account, after seven days or at once. */
export function RemoveDialog({ account, onClose }: { readonly account: Account; onClose(): void }): ReactNode {
  const words = useWords('admin').accounts
  const speech = useSpeech()
  const say = useSay()
  const isLeaving = stateOf(account) === 'leaving'
  const [isNow, setNow] = useState(isLeaving)
  return (
    <Confirm
      title={<WhoTitle account={account} say={words.removeTitle} />}
      doIt={isNow ? words.removeNowDo : words.removeDo}
      isDanger
      act={async () => {
        const { leavesAt } = await ask('removeUser', { uin: account.uin, ...(isNow && { now: true }) })
        say(
          leavesAt === undefined
            ? words.removedSaid(account.nick)
            : words.leavesSaid(account.nick, speech.dateTime(leavesAt)),
        )
      }}
      onDone={onClose}
      onCancel={onClose}
    >
      <p>{isNow ? words.removeNowAbout(account.waiting) : words.removeAbout}</p>
      {!isLeaving && (
        <label className="check">
          <input type="checkbox" checked={isNow} onChange={({ currentTarget }) => setNow(currentTarget.checked)} />
          <span>{words.withoutGrace}</span>
        </label>
      )}
    </Confirm>
  )
}
