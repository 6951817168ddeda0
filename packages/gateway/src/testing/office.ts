import type { Meet, RequestName } from '@seekyou/office'

/** An error as the office rejects with. */
export function complaint(
  sentence: string,
  more: { readonly exitCode?: 1 | 2; readonly isUnknown?: true } = {},
): Error {
  return Object.assign(new Error(sentence), { name: 'Complaint', exitCode: 1, ...more })
}

/** An office in memory that knows administrators and tokens, and answers everything else with what it is told to. */
export interface Office {
  readonly meet: Meet
  readonly administrators: Map<string, { password: string; createdAt: number }>
  readonly tokens: Map<string, string>
  /** The code of the setup link. */
  setupCode: string | undefined
  /** Answers instead of this office, once programs and administrators were checked. */
  handle: ((name: RequestName, ask: unknown, by: string | undefined) => unknown) | undefined
  /** What other requests are answered with, or rejected with if it is an error. */
  readonly answers: Map<RequestName, unknown>
  /** The other requests, in order. */
  readonly met: { readonly name: RequestName; readonly ask: unknown; readonly by: string | undefined }[]
}

export function newOffice(): Office {
  const office: Office = {
    meet: (async (name: RequestName, ask: Record<string, string>, by?: string) => {
      if (office.handle && !name.startsWith('check')) return office.handle(name, ask, by)
      const own = handlers[name]
      if (own) return own(ask, office)
      office.met.push({ name, ask, by })
      const answer = office.answers.get(name)
      if (answer instanceof Error) throw answer
      return answer ?? {}
    }) as Meet,
    administrators: new Map([['ann', { password: goodPassword, createdAt: 1 }]]),
    tokens: new Map([[goodToken, 'robot']]),
    setupCode: 'abcd-efgh',
    handle: undefined,
    answers: new Map(),
    met: [],
  }
  return office
}

export const goodPassword = 'a long password'
export const goodToken = 'sky_0123456789abcdef'

type Handler = (ask: Readonly<Record<string, string>>, office: Office) => object

const handlers: Partial<Record<RequestName, Handler>> = {
  checkAdministrator({ name, password }, { administrators }) {
    const isName = (one: string): boolean => one.toLowerCase() === name?.toLowerCase()
    return { isRight: [...administrators].some(([one, { password: own }]) => isName(one) && own === password) }
  },
  listAdministrators: (_, { administrators }) => ({
    rows: [...administrators].map(([name, { createdAt }]) => ({ name, createdAt })),
  }),
  setAdministratorPassword({ name, password }, { administrators }) {
    administrators.set(name as string, { password: password as string, createdAt: 1 })
    return {}
  },
  removeAdministrator({ name }, { administrators }) {
    if (administrators.size === 1) throw complaint('The last administrator cannot be removed: add another one first.')
    administrators.delete(name as string)
    return {}
  },
  checkToken({ token }, { tokens }) {
    const name = tokens.get(token as string)
    return name === undefined ? {} : { name }
  },
  setUp({ code, name, password }, office) {
    if (code !== office.setupCode)
      throw complaint('This setup link was used or has ended: seekyou admin link makes another.')
    office.setupCode = undefined
    office.administrators.set(name as string, { password: password as string, createdAt: Date.now() })
    return {}
  },
}
