import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** How long each phase is measured, after it has run for `warmup` seconds. */
  readonly seconds: number
  readonly warmup: number
  readonly users: number
  /** How often server and forwarder take turns. */
  readonly rounds: number
  /** Messages a second that are offered while latency is measured. */
  readonly rate: number
  /** Where figures are written and drawn. */
  readonly out: string
  /** Show where the server's time goes instead of measuring. */
  readonly profile: 'closed' | 'slow' | undefined
  /** Let everybody sign on under a flood instead of measuring messages. */
  readonly loginStorm: boolean
  /** Bad sign-ons a second of that flood. */
  readonly flood: number
  /** Users who chat meanwhile, and their messages a second. */
  readonly chatters: number
  readonly chat: number
}

const usage = `npm run bench -- [options]

  --seconds N   how long each phase is measured (5)
  --warmup N    seconds of load before that (2)
  --users N     clients, each with a socket (1000)
  --rounds N    how often server and forwarder take turns (3)
  --rate N      messages a second while latency is measured (1000)
  --out FOLDER  where figures are written (as JSON) and drawn (as SVG); docs/figures of this repository
  --profile     where the server's time goes, instead of figures; --profile=slow with recipients that take their time
  --login-storm how fast --users (10000) sign on, and again, during a flood of bad sign-ons, and how messages fare
                meanwhile, instead of the other figures; Linux only
  --flood N     bad sign-ons a second (20000)
  --chatters N  users who chat meanwhile (300)
  --chat N      messages a second of these (150)

seekyou bench --help tells more about the load.`

const folder = fileURLToPath(new URL('../docs/figures', import.meta.url))

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
        out: { type: 'string', default: folder },
        profile: { type: 'string' },
        'login-storm': { type: 'boolean', default: false },
        flood: { type: 'string', default: '20000' },
        chatters: { type: 'string', default: '300' },
        chat: { type: 'string', default: '150' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      console.log(usage)
      process.exit()
    }
    const { out, profile, 'login-storm': loginStorm } = values
    if (profile !== undefined && profile !== 'closed' && profile !== 'slow')
      throw new Error('--profile is closed or slow')
    return {
      seconds: positive('seconds', values.seconds),
      warmup: positive('warmup', values.warmup),
      users: positive('users', values.users ?? (loginStorm ? '10000' : '1000')),
      rounds: positive('rounds', values.rounds),
      rate: positive('rate', values.rate),
      out,
      profile,
      loginStorm,
      flood: positive('flood', values.flood),
      chatters: positive('chatters', values.chatters),
      chat: positive('chat', values.chat),
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
