import { randomInt } from 'node:crypto'
import { Complaint, misuse } from '../complaint.ts'
import { broadcast } from './broadcast.ts'
import type { Registry } from './registry.ts'
import type { Meet, RequestName } from './requests.ts'
import { storeInWords } from './store-in-words.ts'
import { type Handlers, userHandlers } from './user-handlers.ts'

/** Meets the requests of the command line next to the store. */
export function meetRequests(registry: Registry): Meet {
  return async (name, ask) => {
    if (!Object.hasOwn(handlers, name)) {
      throw new Complaint(`The running server does not know ${name}: it is of another version, so restart it.`)
    }
    try {
      return await handlers[name](ask, registry)
    } catch (error) {
      throw storeInWords(error)
    }
  }
}

const handlers: Handlers<RequestName> = {
  ...userHandlers,

  async addInvite({ code = readableCode(), uses, expiresAt }, { store }) {
    if (!/^[\x21-\x7e]{1,8}$/.test(code)) {
      throw misuse(
        'A code has 1 to 8 letters, digits or signs and no spaces, so that it fits the password field of a client.',
      )
    }
    await store.addInvite(code, { uses, ...(expiresAt === undefined ? {} : { expiresAt }) })
    return { code }
  },

  async listInvites(_, { store }) {
    return { invites: await store.listInvites() }
  },

  async removeInvite({ code }, { store }) {
    if (!(await store.removeInvite(code))) throw new Complaint(`There is no invite ${code}.`)
    return {}
  },

  broadcast,

  async status(_, { server }) {
    return server.status()
  },
}

/** Eight characters that nobody confuses when they are read aloud or copied by hand. */
function readableCode(): string {
  const characters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 8 }, () => characters[randomInt(characters.length)]).join('')
}
