import { setTimeout as delay } from 'node:timers/promises'
import { Complaint } from '../../complaint.ts'
import type { CrewOptions } from '../crew-words.ts'
import type { Crew } from './activity.ts'
import { Chat } from './chat.ts'
import { Contacts } from './contacts.ts'
import { Crowd } from './crowd.ts'
import { KeepAlives } from './keep-alives.ts'
import { openUsers } from './open-users.ts'
import { Registration } from './registration.ts'
import { SignOn } from './sign-on.ts'
import { StatusChanges } from './status-changes.ts'
import { Turns } from './turns.ts'

/** Opens the sockets, and gets numbers where that is wished. Rejects with a Complaint when somebody gets none. */
export async function makeCrew(options: CrewOptions): Promise<Crew> {
  const crowd = new Crowd(await openUsers(options), options.slownessMs)
  if (options.register) await registerAll(crowd, options)
  return {
    options,
    crowd,
    signOn: new SignOn(crowd, options.password),
    contacts: new Contacts(crowd),
    chat: new Chat(crowd),
    statusChanges: new StatusChanges(crowd),
    keepAlives: new KeepAlives(crowd),
  }
}

async function registerAll(crowd: Crowd, { password, abreast, patienceMs }: CrewOptions): Promise<void> {
  const registration = new Registration(crowd, password)
  const turns = new Turns(crowd.users, abreast, (user) => registration.register(user, performance.now()))
  registration.onDone = (user) => turns.done(user)
  await Promise.race([turns.over, delay(patienceMs, undefined, { ref: false })])
  turns.stop()
  registration.close()
  const { met, refused } = crowd.counts
  if (met === crowd.users.length) return
  throw new Complaint(
    `Of ${crowd.users.length} users the server gave ${met} a number, and it refused ${refused}: start it with --registration open and --limits off, or make the accounts with seekyou user import.`,
  )
}
