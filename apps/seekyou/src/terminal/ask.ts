import { createInterface } from 'node:readline'
import { Complaint, misuse } from '../complaint.ts'

/** True when there is a person to ask. */
const someoneIsThere = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true

/**
 * A password from wherever the person put it: as it stands, `-` for one line of standard input, undefined to be asked for it
 * twice without showing it.
 */
export async function passwordFrom(given: string | undefined): Promise<string> {
  if (given === '-') return firstLine()
  if (given !== undefined) return given
  if (!someoneIsThere()) {
    throw misuse(
      'There is no terminal to ask for the password on: give it with --password, or --password - to read it from standard input.',
    )
  }
  const first = await secret('Password')
  if ((await secret('The same again')) !== first) throw new Complaint('The two passwords differ: nothing was changed.')
  return first
}

/** Asks before something that cannot be undone; `yes` answers for the person. */
export async function confirmed(question: string, yes: boolean): Promise<boolean> {
  if (yes) return true
  if (!someoneIsThere()) throw misuse('There is no terminal to ask on: say --yes to go ahead.')
  const { confirm } = await import('@clack/prompts')
  return (await confirm({ message: question, initialValue: false, output: process.stderr })) === true
}

async function secret(message: string): Promise<string> {
  const { isCancel, password } = await import('@clack/prompts')
  const answer = await password({
    message,
    output: process.stderr,
    validate: (text) => (text ? undefined : 'At least one character.'),
  })
  if (isCancel(answer)) throw new Complaint('Cancelled: nothing was changed.')
  return answer
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) return line
  throw misuse('Standard input is empty: write the password on its first line.')
}
