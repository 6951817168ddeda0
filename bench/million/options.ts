import { parseArgs } from 'node:util'

export interface MillionOptions {
  /** The largest crowd. */
  readonly users: number
  /** On each user's list. */
  readonly contacts: number
  /** How many messages are measured at each size. */
  readonly messages: number
  /** A file for all figures. */
  readonly json: string | undefined
}

/** The options of the command line. A value that makes no sense ends the process with a sentence. */
export function readMillionOptions(args: readonly string[]): MillionOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      users: { type: 'string', default: '1000000' },
      contacts: { type: 'string', default: '20' },
      messages: { type: 'string', default: '300000' },
      json: { type: 'string' },
    },
  })
  const count = (name: 'users' | 'contacts' | 'messages'): number => {
    const value = Number(values[name])
    if (Number.isInteger(value) && value > 0) return value
    console.error(`bench: --${name} must be a whole number above 0`)
    process.exit(2)
  }
  const [users, contacts] = [count('users'), count('contacts')]
  if (users > 50 * contacts) return { users, contacts, messages: count('messages'), json: values.json }
  console.error('bench: --users must be more than fifty times --contacts')
  process.exit(2)
}
