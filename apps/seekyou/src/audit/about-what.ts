import type { Answer, Ask, RequestName } from '@seekyou/office'

/** What the audit log says of a request beside its name: never a password, a text or a code. */
export interface AboutWhat {
  readonly whom: string | undefined
  readonly detail: string | undefined
}

type Details = { readonly [Name in RequestName]?: (ask: Ask<Name>, answer: Answer<Name>) => string | undefined }

const details: Details = {
  setUser: ({ uin, ...changes }) =>
    Object.entries(changes)
      .flatMap(([name, value]) => (value === undefined ? [] : [name]))
      .join(', '),
  removeUser: ({ now }) => (now ? 'at once' : undefined),
  importUsers: (_, { added }) => `${added} added`,
  setRegistration: ({ mode }) => mode,
  addInvite: ({ uses }) => `for ${uses}`,
  broadcast: (_, { online, absent }) => `${online} on line, ${absent} absent`,
  backup: (_, { name }) => name,
}

/** Whom a request was about, and what can be told of it. */
export function aboutWhat<Name extends RequestName>(name: Name, ask: Ask<Name>, answer: Answer<Name>): AboutWhat {
  const { uin, name: called } = { ...answer, ...ask } as { readonly uin?: number; readonly name?: string }
  const whom = uin ?? (name === 'backup' ? undefined : called)
  return { whom: whom?.toString(), detail: details[name]?.(ask, answer) }
}
