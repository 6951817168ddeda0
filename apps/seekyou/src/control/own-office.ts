import { availableParallelism } from 'node:os'
import { newHasher } from '@seekyou/node-edge'
import { openStore, StoreBusy } from '@seekyou/store-sql'
import type { StoreConfig } from '../config.ts'
import { fromEnvironment, isInEnvironment } from '../flags.ts'
import { chosenLimits } from '../limits/chosen-limits.ts'
import { registrationAtStart } from '../registration/registration-at-start.ts'
import type { Office } from './call-control.ts'
import { meetRequests } from './handlers.ts'
import { stoppedServer } from './stopped-server.ts'
import { storeInWords } from './store-in-words.ts'

/** Opens the store of a data folder, where nobody is signed on; undefined when another process keeps it open for `waitMs`. */
export async function ownOffice({ data, hashCost }: StoreConfig, waitMs: number): Promise<Office | undefined> {
  try {
    const store = await openStore({ folder: data, firstUin: fromEnvironment('firstUin'), waitMs })
    // Nobody is served here meanwhile, so hashing may have every core.
    const hasher = newHasher({ ...hashCost, atOnce: availableParallelism() })
    const isRegistrationFixed = isInEnvironment('registration')
    const registration = isRegistrationFixed ? fromEnvironment('registration') : undefined
    const meet = meetRequests({
      store,
      hasher,
      server: stoppedServer(
        store,
        chosenLimits({ limits: true, limit: fromEnvironment('limit') }),
        await registrationAtStart(store, registration),
      ),
      udp: fromEnvironment('udp'),
      hostName: fromEnvironment('hostName'),
      isRegistrationFixed,
      codePage: fromEnvironment('codePage'),
      welcome: fromEnvironment('welcome'),
    })
    return { meet, close: () => store.close() }
  } catch (error) {
    if (error instanceof StoreBusy) return undefined
    throw storeInWords(error)
  }
}
