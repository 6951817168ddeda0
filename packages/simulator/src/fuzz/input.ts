import type { DissectOptions, PeerChannel } from '@seekyou/wire'

/** Who would send such bytes: a client's or a server's datagram, or a peer's frame (without its length) on a channel. */
export type Way = 'client' | 'server' | PeerChannel

/** One thing to try. */
export interface Input {
  readonly way: Way
  readonly bytes: Uint8Array
}

/** How the inspector is to read an input. */
export const optionsOf = ({ way }: Input): DissectOptions =>
  way === 'client' || way === 'server' ? { from: way } : { from: 'peer', channel: way }

/** An input as one line: `client 02 00 2E 04 …`. */
export function lineOf({ way, bytes }: Input): string {
  let line: string = way
  for (const byte of bytes) line += ` ${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return line
}

/** Reads the lines of a corpus; empty ones and those that begin with `#` say nothing. Throws on a line that is no input. */
export function inputsOf(corpus: string): Input[] {
  return corpus
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(inputOf)
}

function inputOf(line: string): Input {
  const [way, ...pairs] = line.split(/\s+/)
  if (!isWay(way) || !pairs.every((pair) => /^[0-9A-F]{2}$/i.test(pair))) {
    const wanted = `write ${ways.join(', ')} and bytes in hexadecimal: client 02 00 2E 04`
    throw new SyntaxError(`"${line.slice(0, 60)}" is no input: ${wanted}`)
  }
  return { way, bytes: Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)) }
}

const ways: readonly Way[] = ['client', 'server', 'message', 'chat', 'file']

const isWay = (word: string | undefined): word is Way => ways.some((way) => way === word)
