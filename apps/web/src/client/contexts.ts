import type { Messenger } from '@seekyou/messenger'
import { createContext, use } from 'react'
import type { Device } from '../device/contract.ts'
import type { Session } from './session.ts'

export const DeviceContext = createContext<Device | undefined>(undefined)
export const SessionContext = createContext<Session | undefined>(undefined)
export const MessengerContext = createContext<Messenger | undefined>(undefined)

/** What this browser keeps and can do. */
export const useDevice = (): Device => found(use(DeviceContext))

/** Who is signed in here: signing in, switching, signing out. */
export const useSession = (): Session => found(use(SessionContext))

/** The signed-in user: only inside the main page. */
export const useMessenger = (): Messenger => found(use(MessengerContext))

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('This is drawn outside of what it needs.')
  return value
}
