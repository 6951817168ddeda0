import { Complaint, misuse, unknown } from '../complaint.ts'
import type { Handlers } from '../control/handler.ts'
import { readableCode } from './readable-code.ts'

/** The requests that are about who may get a number. */
export const registrationHandlers: Handlers<
  'registration' | 'setRegistration' | 'addInvite' | 'listInvites' | 'removeInvite'
> = {
  async registration(_, { server, isRegistrationFixed }) {
    return { mode: server.registration(), isFixed: isRegistrationFixed }
  },

  async setRegistration({ mode }, { store, server, isRegistrationFixed }) {
    if (server.isStopped && isRegistrationFixed) {
      throw new Complaint(
        'The variable SEEKYOU_REGISTRATION says who may register, whatever is chosen here: change it, or take it away.',
      )
    }
    await store.keepChoice('registration', mode)
    server.setRegistration(mode)
    return {}
  },

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
    if (!(await store.removeInvite(code))) throw unknown(`There is no invite ${code}.`)
    return {}
  },
}
