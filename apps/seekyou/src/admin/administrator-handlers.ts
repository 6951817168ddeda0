import { createHash, randomBytes } from 'node:crypto'
import { Complaint, unknown } from '../complaint.ts'
import type { Handlers } from '../control/handler.ts'
import { expectName, secretBytes, strongHash } from './credentials.ts'
import { SetupCode } from './setup-code.ts'

type Names =
  | 'setupLink'
  | 'setUp'
  | 'addAdministrator'
  | 'checkAdministrator'
  | 'listAdministrators'
  | 'removeAdministrator'
  | 'setAdministratorPassword'
  | 'addToken'
  | 'checkToken'
  | 'listTokens'
  | 'removeToken'

const tokenBytes = 32

/** The requests that are about who may administer. The setup code lives as long as these handlers. */
export function administratorHandlers(): Handlers<Names> {
  const setup = new SetupCode()
  return {
    async setupLink(_, { server }) {
      // Nobody could open a link of a server that does not run.
      server.status()
      const { code, expiresAt } = setup.renew(Date.now())
      return { path: `/setup#${code}`, expiresAt }
    },

    async setUp({ code, name, password }, { store, hasher }) {
      const expectRight = (): void => {
        if (setup.isRight(code, Date.now())) return
        throw new Complaint(
          'This setup link is not valid any more: make another with seekyou admin link, and open it within an hour.',
        )
      }
      expectRight()
      expectName(name)
      const hash = await strongHash(password, hasher)
      // Another may have used it while this one was hashed.
      expectRight()
      const goBack = setup.end()
      await store.addAdministrator(name, hash).catch((error) => {
        goBack()
        throw error
      })
      return {}
    },

    async addAdministrator({ name, password }, { store, hasher }) {
      expectName(name)
      await store.addAdministrator(name, await strongHash(password, hasher))
      return {}
    },

    async checkAdministrator({ name, password }, { store, hasher }) {
      const wanted = name.toLowerCase()
      const found = (await store.listAdministrators()).find((one) => one.name.toLowerCase() === wanted)
      const isRight = await hasher.verifyPassword({ password: secretBytes(password), hash: found?.passwordHash })
      // Somebody may have typed a password in the wrong field, so only names that exist are written down.
      if (found) {
        const line = { by: found.name, what: isRight ? 'signIn' : 'signInRefused', whom: undefined, detail: undefined }
        // A full disk must not keep out the person who could make room.
        await store.writeAudit(line).catch(() => {})
      }
      return { isRight }
    },

    async listAdministrators(_, { store }) {
      const all = await store.listAdministrators()
      return { rows: all.map(({ name, createdAt }) => ({ name, createdAt })) }
    },

    async removeAdministrator({ name }, { store }) {
      const result = await store.removeAdministrator(name)
      if (result === 'unknown') throw unknown(`There is no administrator ${name}.`)
      if (result === 'last') {
        throw new Complaint(`${name} is the last administrator: add another before you remove this one.`)
      }
      return {}
    },

    async setAdministratorPassword({ name, password }, { store, hasher }) {
      const hash = await strongHash(password, hasher)
      if (!(await store.setAdministratorPassword(name, hash))) throw unknown(`There is no administrator ${name}.`)
      return {}
    },

    async addToken({ name }, { store }) {
      expectName(name)
      const token = `seekyou_${randomBytes(tokenBytes).toString('base64url')}`
      await store.addToken(name, hashOf(token))
      return { token }
    },

    async checkToken({ token }, { store }) {
      return { name: await store.useToken(hashOf(token)) }
    },

    async listTokens(_, { store }) {
      return { rows: await store.listTokens() }
    },

    async removeToken({ name }, { store }) {
      if (!(await store.removeToken(name))) throw unknown(`There is no token ${name}.`)
      return {}
    },
  }
}

/** A token has so much chance in it that a fast hash hides it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
