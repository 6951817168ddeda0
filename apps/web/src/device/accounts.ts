import type { Uin } from '@seekyou/language'
import type { Watched } from '@seekyou/messenger'
import { watchable } from '../look/watchable.ts'
import type { Account, Device } from './contract.ts'
import { answer, type Database } from './database/database.ts'
import type { Guard } from './database/guard.ts'
import { type Sealed, seal, unseal } from './secret.ts'

interface Row extends Omit<Account, 'isRemembered'> {
  readonly password?: Sealed
}

/** Who has signed in on this device, the last one first. */
export interface Accounts extends Pick<Device, 'remember' | 'passwordOf'> {
  readonly list: Watched<readonly Account[]>
  remove(uin: Uin): Promise<void>
}

export async function openAccounts(database: Database, guard: Guard): Promise<Accounts> {
  const rows = new Map<Uin, Row>()
  const list = watchable<readonly Account[]>([])
  const show = () =>
    list.set(
      [...rows.values()]
        .sort((one, other) => other.usedAt - one.usedAt)
        .map(({ password, ...account }) => ({ ...account, isRemembered: password !== undefined })),
    )
  const load = async () => {
    const kept = await guard(
      () =>
        database.run(['accounts'], 'readonly', (transaction) =>
          answer<Row[]>(transaction.objectStore('accounts').getAll()),
        ),
      () => [...rows.values()],
    )
    rows.clear()
    for (const row of kept) rows.set(row.uin, row)
    show()
  }
  const change = (act: (accounts: IDBObjectStore) => void) =>
    guard(
      async () => {
        await database.run(['accounts'], 'readwrite', (transaction) => act(transaction.objectStore('accounts')))
        otherTabs.postMessage('changed')
      },
      () => undefined,
    )
  const otherTabs = new BroadcastChannel('seekyou accounts')
  otherTabs.onmessage = load
  await load()

  return {
    list,
    async remember(account, password) {
      const sealed =
        password === undefined
          ? undefined
          : await guard(
              () => seal(database, password),
              () => undefined,
            )
      const row: Row = { ...account, usedAt: Date.now(), ...(sealed === undefined ? {} : { password: sealed }) }
      rows.set(account.uin, row)
      show()
      await change((accounts) => void accounts.put(row))
    },
    async passwordOf(uin) {
      const sealed = rows.get(uin)?.password
      return sealed === undefined
        ? undefined
        : guard(
            () => unseal(database, sealed),
            () => undefined,
          )
    },
    async remove(uin) {
      rows.delete(uin)
      show()
      await change((accounts) => void accounts.delete(uin))
    },
  }
}
