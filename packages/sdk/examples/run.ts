// What all examples share: who signs on where is read from the command line or the environment, and Ctrl+C stops in order.
import { parseArgs } from 'node:util'
import type { AnyBot, BotOptions } from '@seekyou/sdk'

/** Everything else that was said, such as `--file log.txt`, by its name. */
export type More = Readonly<Record<string, string | undefined>>

/**
 * Runs a bot until Ctrl+C, or a failure that no patience helps against, such as a wrong password. `needed`: what must be said besides
 * `--server`, `--uin` and `--password`.
 */
export async function run(make: (options: BotOptions, more: More) => AnyBot, ...needed: string[]): Promise<void> {
  const options = readOptions(['server', 'uin', 'password', ...needed])
  const bot = make({ server: options.server!, uin: Number(options.uin), password: options.password! }, options)
  await runAll(bot)
}

/** Runs bots until Ctrl+C; when one of them fails, all stop. */
export async function runAll(...bots: readonly AnyBot[]): Promise<void> {
  const leave = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => leave.abort())
  const say = ({ uin, server }: BotOptions) => console.error(`${uin} is on line at ${server}; Ctrl+C stops it.`)
  try {
    await Promise.all(bots.map((bot) => bot.start({ signal: leave.signal, onStart: () => say(bot.options) })))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    leave.abort()
  }
}

/** `--name value` from the command line, or `SEEKYOU_NAME` from the environment. Ends the program when something is missing. */
export function readOptions(needed: readonly string[]): More {
  const names = process.argv.slice(2).flatMap((word) => /^--([^=]+)/.exec(word)?.[1] ?? [])
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const)),
  })
  const options: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith('SEEKYOU_')) options[name.slice('SEEKYOU_'.length).toLowerCase()] = value
  }
  for (const [name, value] of Object.entries(values)) options[name] = value
  const missing = needed.filter((name) => !options[name])
  if (missing.length === 0) return options
  console.error(`Say ${missing.map((name) => `--${name}`).join(', ')}, or set ${missing.map(variable).join(', ')}.`)
  process.exit(2)
}

const variable = (name: string): string => `SEEKYOU_${name.toUpperCase()}`
