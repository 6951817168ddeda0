import type { Uin } from '@seekyou/language'
import { watchable } from '../look/watchable.ts'
import { forgetAccountTexts } from './account-text.ts'
import { openAccounts } from './accounts.ts'
import { claim } from './claim.ts'
import type { Device, Trouble } from './contract.ts'
import { accountVersions } from './database/account-versions.ts'
import { openDatabase } from './database/database.ts'
import { deviceVersions } from './database/device-versions.ts'
import { guard } from './database/guard.ts'
import { databaseHistory } from './history/database-history.ts'
import { safeHistory } from './history/safe-history.ts'
import { watchInstall } from './install.ts'
import { openNotebook } from './notebook.ts'
import { notify } from './notices/notify.ts'
import { sound } from './notices/sound.ts'
import { showUnread } from './notices/title.ts'
import { canSeal } from './secret.ts'
import { watchUpdates } from './service-worker-of-page.ts'
import { openPlayer } from './sounds/player.ts'
import { openTaste } from './taste.ts'

/** Opens what this browser keeps. Never rejects: what cannot be kept is told by `trouble`. */
export async function openDevice(): Promise<Device> {
  const { taste, change: changeTaste } = openTaste()
  const trouble = watchable<Trouble | undefined>(undefined)
  const safely = guard(trouble)
  const accounts = await openAccounts(openDatabase('seekyou', deviceVersions), safely)
  const play = openPlayer()
  const databaseOf = remembered((uin) => openDatabase(`seekyou ${uin}`, accountVersions))

  return {
    trouble,
    canRemember: canSeal(),
    accounts: accounts.list,
    remember: accounts.remember,
    passwordOf: accounts.passwordOf,
    async forget(uin) {
      await accounts.remove(uin)
      forgetAccountTexts(uin)
      await safely(
        () => databaseOf(uin).destroy(),
        () => undefined,
      )
    },
    taste,
    changeTaste,
    history: remembered((uin) => safeHistory(databaseHistory(databaseOf(uin)), safely)),
    notebook: remembered((uin) => openNotebook(databaseOf(uin), safely)),
    claim,
    accompany(messenger) {
      const stops = [showUnread(messenger), sound(messenger, play), notify(messenger)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    install: watchInstall(),
    update: watchUpdates(),
    async allowNotifications() {
      if (globalThis.Notification === undefined) return false
      const isAllowed = (await Notification.requestPermission()) === 'granted'
      // Whoever wants to be told wants the history kept when the disk gets full, too.
      if (isAllowed) await navigator.storage?.persist?.().catch(() => false)
      return isAllowed
    },
    play,
  }
}

/** One of a kind for each account. */
function remembered<Kind>(open: (uin: Uin) => Kind): (uin: Uin) => Kind {
  const opened = new Map<Uin, Kind>()
  return (uin) => {
    const one = opened.get(uin) ?? open(uin)
    opened.set(uin, one)
    return one
  }
}
