import { parseArgs } from 'node:util'

export interface StartOptions {
  readonly accounts: number
  /** Stored messages, spread evenly over the accounts. */
  readonly messages: number
  /** Of so many accounts the owners were signed on, with twenty contacts each. */
  readonly links: number
  /** How often the program is started on each folder. */
  readonly rounds: number
  readonly json: boolean
}

/** The options of the command line. A value that makes no sense ends the process with a sentence. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      accounts: { type: 'string', default: '100000' },
      messages: { type: 'string', default: '1000000' },
      links: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  })
  const count = (name: 'accounts' | 'messages' | 'links' | 'rounds'): number => {
    const value = Number(values[name])
    if (Number.isInteger(value) && value > 0) return value
    console.error(`bench: --${name} must be a whole number above 0`)
    process.exit(2)
  }
  const [accounts, messages, links, rounds] = [count('accounts'), count('messages'), count('links'), count('rounds')]
  if (links <= accounts) return { accounts, messages, links, rounds, json: values.json }
  console.error('bench: --links must not be more than --accounts')
  process.exit(2)
}
