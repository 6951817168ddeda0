import { useState } from 'react'
import { Status } from '../../look/status.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger, useSession } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { AccountsMenu } from './accounts-menu.tsx'
import { AwayTextForm } from './away-text-form.tsx'
import { isAwayStatus, pickedStatuses, pickStatus } from './pick-status.ts'

export const statusPickerId = 'my-status'

/** How one wants to be seen, what is told in each away status, and which number one is. */
export function StatusPicker() {
  const list = useWords('list')
  const statuses = useWords('statuses')
  const messenger = useMessenger()
  const session = useSession()
  const self = useWatched(messenger.self)
  const isGone = useWatched(messenger.line).state === 'offline'
  const hints = useHints()
  const [isOpen, setOpen] = useState(false)
  const chosen = isGone ? 'offline' : self.status
  const hide = (): void => document.getElementById(statusPickerId)?.hidePopover()
  return (
    <div
      className="picker"
      id={statusPickerId}
      popover="auto"
      role="dialog"
      aria-label={list.status}
      onToggle={(event) => setOpen(event.newState === 'open')}
    >
      <div className="picker__head">
        <span>{list.status}</span>
        <span className="only-wide">{list.statusKeys}</span>
      </div>
      <fieldset className="picker__list">
        <legend className="vh">{list.status}</legend>
        {pickedStatuses.map((status, index) => (
          <label key={status} className="picker__opt">
            <input
              type="radio"
              name="status"
              checked={status === chosen}
              onChange={() => {
                pickStatus(status, messenger, session)
                if (!isAwayStatus(status)) hide()
              }}
            />
            <Status of={status === 'offline' ? undefined : status} silent />
            <span>{statuses[status]}</span>
            <small>{hints[status]}</small>
            <kbd className="only-wide">{index + 1}</kbd>
          </label>
        ))}
      </fieldset>
      {isOpen ? (
        <div className="picker__away">
          <AwayTextForm key={self.status} status={isAwayStatus(self.status) ? self.status : 'away'} onKept={hide}>
            <a
              className="btn btn--plain btn--small"
              href={hrefOf({ page: 'settings', part: 'privacy' })}
              onClick={hide}
            >
              {list.whoSeesMe}
            </a>
          </AwayTextForm>
          <div className="picker__foot">
            <AccountsMenu />
          </div>
        </div>
      ) : null}
    </div>
  )
}

function useHints(): Readonly<Record<string, string>> {
  const list = useWords('list')
  const people = useWatched(useMessenger().people)
  const seers = [...people.values()].filter(({ sight }) => sight === 'always').length
  return {
    freeForChat: list.freeHint,
    away: list.awayHint,
    notAvailable: list.notAvailableHint,
    occupied: list.occupiedHint,
    doNotDisturb: list.doNotDisturbHint,
    invisible: seers === 0 ? '' : list.seeYou(seers),
    offline: list.offlineHint,
  }
}
