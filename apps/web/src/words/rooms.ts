// Every room of words, as English has it. The other languages satisfy these types.
import type { admin } from './en/admin.ts'
import type { common } from './en/common.ts'
import type { device } from './en/device.ts'
import type { list } from './en/list.ts'
import type { packets } from './en/packets.ts'
import type { people } from './en/people.ts'
import type { settings } from './en/settings.ts'
import type { statuses } from './en/statuses.ts'
import type { talk } from './en/talk.ts'
import type { windows } from './en/windows.ts'
import type { wizard } from './en/wizard.ts'

export interface Rooms {
  readonly admin: typeof admin
  readonly common: typeof common
  readonly device: typeof device
  readonly list: typeof list
  readonly packets: typeof packets
  readonly people: typeof people
  readonly settings: typeof settings
  readonly statuses: typeof statuses
  readonly talk: typeof talk
  readonly windows: typeof windows
  readonly wizard: typeof wizard
}

export type Room = keyof Rooms
