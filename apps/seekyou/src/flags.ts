// Options of `config.ts` as flags of a command and as environment variables. A flag wins over a variable.
import { type Command, InvalidArgumentError, Option } from 'commander'
import { misuse } from './complaint.ts'
import { type Config, notesOf, type OptionName, options } from './config.ts'
import { nearest } from './nearest.ts'

const prefix = 'SEEKYOU_'
const optionNames = Object.keys(options.shape) as OptionName[]

/** Gives a command these options; its action finds them, checked, in `Pick<Config, Name>`. */
export function addFlags<Name extends OptionName>(command: Command, ...names: readonly Name[]): Command {
  for (const name of names) command.addOption(flagOf(name))
  return command
}

/** The options of a command as they were chosen. Commander makes an empty text of what is nothing. */
export const chosenOptions = <Options>(command: Command): Options =>
  Object.fromEntries(
    Object.entries(command.opts()).map(([name, value]) => [name, value === '' ? undefined : value]),
  ) as Options

/** `hashCost` → `SEEKYOU_HASH_COST`. */
const variableOf = (name: OptionName): string => `${prefix}${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`

/** An option as the environment says it, for commands that do not have its flag. */
export function fromEnvironment<Name extends OptionName>(name: Name): Config[Name] {
  const variable = variableOf(name)
  const { data, error } = options.shape[name].safeParse(process.env[variable])
  if (error) throw misuse(`The environment variable ${variable} is wrong. ${error.issues[0]?.message ?? ''}`)
  return data as Config[Name]
}

/** Whether the environment says it. */
export const isInEnvironment = (name: OptionName): boolean => process.env[variableOf(name)] !== undefined

/** One sentence for each `SEEKYOU_…` variable that means nothing here: most likely a slip of the pen. */
export function strangeVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = optionNames.map(variableOf)
  return Object.keys(env)
    .filter((name) => name.startsWith(prefix) && !known.includes(name))
    .sort()
    .map((name) => {
      const meant = nearest(
        name.slice(prefix.length),
        known.map((one) => one.slice(prefix.length)),
      )
      return `The environment variable ${name} is unknown and ignored${meant ? `: did you mean ${prefix}${meant}?` : '.'}`
    })
}

function flagOf(name: OptionName): Option {
  const { placeholder, description, shown, adds } = notesOf(name)
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return new Option(`--${flag} <${placeholder}>`, description)
    .env(variableOf(name))
    .default(options.shape[name].parse(undefined), shown)
    .argParser((text, before: unknown): Config[OptionName] => {
      const { data, error } = options.shape[name].safeParse(text)
      if (error) throw new InvalidArgumentError(error.issues[0]?.message ?? '')
      if (adds && before instanceof Map && data instanceof Map) return new Map([...before, ...data])
      return data as Config[OptionName]
    })
}
