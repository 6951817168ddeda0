import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import './me.css'
import { StatusPicker, statusPickerId } from './status-picker.tsx'

/** Who one is and how, below the list; pressing it lets one choose. */
export function MyStatus() {
  const { self, status, words } = useMyStatus()
  return (
    <div className="me">
      <button type="button" className="me__btn" popoverTarget={statusPickerId} aria-haspopup="dialog">
        <Status of={status} large silent />
        <span className="me__nick">
          <bdi>{self.nick}</bdi> <UinText uin={self.uin} className="uin muted" />
        </span>
        <span className="me__state">{words}</span>
        <Symbol name="i-up" />
      </button>
      <StatusPicker />
    </div>
  )
}

/** The same in the band of a phone. */
export function MyStatusChip() {
  const { self, status, words } = useMyStatus()
  return (
    <button type="button" className="me-chip only-phone" popoverTarget={statusPickerId} aria-haspopup="dialog">
      <Status of={status} silent />
      <span className="me-chip__nick">{self.nick}</span>
      <span className="vh">, {words}</span>
      <Symbol name="i-down" />
    </button>
  )
}

function useMyStatus() {
  const messenger = useMessenger()
  const list = useWords('list')
  const statuses = useWords('statuses')
  const self = useWatched(messenger.self)
  const line = useWatched(messenger.line)
  const status = line.state === 'online' ? self.status : undefined
  const words = {
    online: statuses[self.status],
    signingOn: list.signingIn,
    reconnecting: list.callingAgain,
    offline: statuses.offline,
  }[line.state]
  return { self, status, words }
}
