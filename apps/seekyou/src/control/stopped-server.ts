import { systemUin } from '@seekyou/language'
import type { RegistrationMode } from '@seekyou/office'
import { type Limits, limitsOn } from '@seekyou/server'
import type { SqlStore } from '@seekyou/store-sql'
import { Complaint } from '../complaint.ts'
import type { Server } from './registry.ts'

/** A server that does not run: nobody is on line, and what it says is stored. `registration`: as it would be if it started now. */
export function stoppedServer(
  store: SqlStore,
  { storedMax, storedFromOneMax }: Pick<Limits, 'storedMax' | 'storedFromOneMax'> = limitsOn,
  registration: RegistrationMode = 'lan',
): Server {
  let nextId = store.nextMessageId
  let mode = registration
  return {
    isStopped: true,
    online: 0,
    forceOff: () => false,
    async accountChanged() {},
    async announce(to, kind, text) {
      if (to === 'everybodyHere') return notRunning()
      const at = Date.now()
      const keep = to.map((uin) => ({ id: nextId++, to: uin, from: systemUin, kind, text, at }))
      return (await store.commit({ keep, forget: [], storedMax, storedFromOneMax })).refused.length
    },
    status: notRunning,
    links: notRunning,
    chronicle: notRunning,
    registration: () => mode,
    setRegistration(chosen) {
      mode = chosen
    },
  }
}

function notRunning(): never {
  throw new Complaint(
    'No server runs on this data folder: start it with seekyou serve, or name another with --data DIR.',
  )
}
