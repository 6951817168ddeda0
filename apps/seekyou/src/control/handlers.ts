import { type Meet, type RequestName, readAsk, requests } from '@seekyou/office'
import { Unavailable } from '@seekyou/service'
import { administratorHandlers } from '../admin/administrator-handlers.ts'
import { aboutWhat } from '../audit/about-what.ts'
import { listAudit } from '../audit/list-audit.ts'
import { backupHandlers } from '../backup/backup-handlers.ts'
import { Complaint, misuse } from '../complaint.ts'
import { listLinks } from '../links/list-links.ts'
import { oldClients } from '../old-clients/old-clients.ts'
import { registrationHandlers } from '../registration/registration-handlers.ts'
import { broadcast } from './broadcast.ts'
import type { Handlers } from './handler.ts'
import type { Registry } from './registry.ts'
import { storeInWords } from './store-in-words.ts'
import { userHandlers } from './user-handlers.ts'

/** Meets the operator's requests next to the store. What was changed is written into the audit log. */
export function meetRequests(registry: Registry): Meet {
  const handlers: Handlers<RequestName> = {
    ...userHandlers,
    ...registrationHandlers,
    ...backupHandlers,
    ...administratorHandlers(),
    listLinks,
    listAudit,
    broadcast,
    oldClients,
    status: async (_, { server }) => server.status(),
    chronicle: async (_, { server }) => server.chronicle(),
  }
  return async (name, ask, by = 'terminal') => {
    if (!Object.hasOwn(handlers, name)) {
      throw new Complaint(`The running server does not know ${name}: it is of another version, so restart it.`)
    }
    const read = readAsk(requests[name], ask)
    if ('complaint' in read) throw misuse(read.complaint)
    const answer = await handlers[name](ask, registry).catch((error) => {
      throw storeInWords(error)
    })
    if (requests[name].changes) await audit(registry, { by, what: name, ...aboutWhat(name, ask, answer) })
    return answer
  }
}

async function audit({ store }: Registry, row: Parameters<Registry['store']['writeAudit']>[0]): Promise<void> {
  try {
    await store.writeAudit(row)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    throw new Complaint('This was done, but the disk did not take its line in the audit log: make room or repair it.')
  }
}
