import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** How long each load is measured, after it has run for `warmup` seconds. */
  readonly seconds: number
  readonly warmup: number
  readonly users: number
  /** How often server and forwarder take turns. */
  readonly rounds: number
  /** Messages a second that are offered while latency is measured. */
  readonly rate: number
  /** Print one JSON object instead of a table. */
  readonly json: boolean
  /** Show where the server's time goes instead of measuring. */
  readonly profile: 'closed' | 'slow' | undefined
  /** Let everybody sign on under a flood instead of measuring messages. */
  readonly loginStorm: boolean
  /** Bad sign-ons a second of that flood. */
  readonly flood: number
}

const usage = `npm run bench -- [options]

  --seconds N   how long each load is measured (5)
  --warmup N    seconds of load before that (2)
  --users N     clients, each with a socket and one message under way (1000)
  --rounds N    how often server and forwarder take turns (3)
  --rate N      messages a second while latency is measured (1000)
  --json        one JSON object instead of tables
  --profile     where the server's time goes, instead of figures; --profile=slow with recipients that take their time
  --login-storm how fast --users (10000) sign on, and again, during a flood of bad sign-ons, instead of figures; Linux only
  --flood N     bad sign-ons a second (20000)`

/** The options of the command line. Explains itself and ends the process when they make no sense. */
export function readOptions(args: readonly string[]): BenchOptions {
  // A flag with an optional value, which parseArgs does not know.
  const spelled = args.map((arg) => (arg === '--profile' ? '--profile=closed' : arg))
  try {
    const { values } = parseArgs({
      args: spelled,
      options: {
        seconds: { type: 'string', default: '5' },
        warmup: { type: 'string', default: '2' },
        users: { type: 'string' },
        rounds: { type: 'string', default: '3' },
        rate: { type: 'string', default: '1000' },
        json: { type: 'boolean', default: false },
        profile: { type: 'string' },
        'login-storm': { type: 'boolean', default: false },
        flood: { type: 'string', default: '20000' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      console.log(usage)
      process.exit()
    }
    const { json, profile, 'login-storm': loginStorm } = values
    if (profile !== undefined && profile !== 'closed' && profile !== 'slow')
      throw new Error('--profile is closed or slow')
    return {
      seconds: positive('seconds', values.seconds),
      warmup: positive('warmup', values.warmup),
      users: positive('users', values.users ?? (loginStorm ? '10000' : '1000')),
      rounds: positive('rounds', values.rounds),
      rate: positive('rate', values.rate),
      json,
      profile,
      loginStorm,
      flood: positive('flood', values.flood),
    }
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}

function positive(name: string, text: string): number {
  const number = Number(text)
  if (!(number > 0)) throw new Error(`--${name} must be a number above 0`)
  return number
}
