import { isUin } from '@seekyou/language'
import type { Device } from '../device/contract.ts'
import { openSession, type SessionOptions } from './open-session.ts'
import type { Session } from './session.ts'
import { codePageFor } from './settings/code-pages.ts'

/** The session of this tab, with the server that these pages came from. */
export const openOwnSession = (device: Device): Promise<Session> =>
  openSession({
    device,
    fetchEngine: async () => (await import('./engine.ts')).engine,
    server: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/datagrams`,
    codePage: codePageFor(navigator.languages),
    tab,
  })

/** What a tab keeps until it is closed. */
const tab: SessionOptions['tab'] = {
  read() {
    const kept = sessionStorage.getItem(place)
    if (kept === 'door') return kept
    const uin = Number(kept)
    return isUin(uin) ? uin : undefined
  },
  write: (now) => sessionStorage.setItem(place, String(now)),
}

const place = 'seekyou account'
