import { createInterface } from 'node:readline'
import { type Dissection, dissect, masked, type PeerChannel } from '@seekyou/wire'
import { Complaint, misuse } from '../complaint.ts'
import { knownCodePage } from '../known-code-page.ts'
import { datagramsFrom, parseHex } from './hex.ts'
import { asJson } from './packet-json.ts'
import { asTable } from './packet-table.ts'

/** The options of `seekyou inspect`. */
export interface InspectOptions {
  readonly from?: 'client' | 'server' | 'peer'
  readonly channel?: PeerChannel
  readonly codePage: string
  readonly showPasswords?: true
  readonly json?: true
}

/** `seekyou inspect`: from the arguments, or with `-` line by line from standard input. */
export async function inspect(pieces: readonly string[], options: InspectOptions): Promise<void> {
  if (options.channel !== undefined && options.from !== 'peer')
    throw misuse('A --channel has only a peer: add --from peer.')
  if (pieces.length === 0)
    throw misuse('There is nothing to inspect: give bytes in hexadecimal, or - to read them from standard input.')
  const show = printer(options)
  if (pieces.length === 1 && pieces[0] === '-') return inspectLines(show)
  for (const bytes of datagramsFrom(pieces)) show(bytes)
}

async function inspectLines(show: (bytes: Uint8Array) => void): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    try {
      show(parseHex(line))
    } catch (error) {
      if (!(error instanceof Complaint)) throw error
      console.error(`seekyou: line ${number}: ${error.message}`)
      process.exitCode = error.exitCode
    }
  }
}

function printer(options: InspectOptions): (bytes: Uint8Array) => void {
  let first = true
  return (bytes) => {
    const packet = takeApart(bytes, options)
    const shown = options.showPasswords ? packet : masked(packet, 'passwords', 'masked; --show-passwords shows it')
    if (options.json) console.log(asJson(shown))
    else console.log(`${first ? '' : '\n'}${asTable(shown, bytes.length, process.stdout.columns)}`)
    first = false
  }
}

/** Without `--from`: as the client's, unless that makes no sense and the server's does. */
function takeApart(bytes: Uint8Array, { from, channel, codePage }: InspectOptions): Dissection {
  const page = knownCodePage(codePage)
  const as = (who: 'client' | 'server' | 'peer') =>
    dissect(bytes, { from: who, codePage: page, ...(channel === undefined ? {} : { channel }) })
  if (from !== undefined) return as(from)
  const fromClient = as('client')
  if (isUnderstood(fromClient)) return fromClient
  const fromServer = as('server')
  return isUnderstood(fromServer) ? fromServer : fromClient
}

const isUnderstood = ({ name, fault }: Dissection): boolean => name !== 'unknown' && fault === undefined
