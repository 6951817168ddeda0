import { formatAddress } from '@seekyou/language'
import type { ServerEvent } from '@seekyou/office'
import type { Note } from '@seekyou/server'

/** What a node notes, as one line for people. Never a password or a message; what a bug said stands in the log. */
export function inWords(note: Note): Omit<ServerEvent, 'at'> {
  const uin = 'uin' in note ? { uin: note.uin } : {}
  return { kind: note.what, ...uin, text: textOf(note) }
}

function textOf(note: Note): string {
  switch (note.what) {
    case 'signedOn':
      return `signed on from ${formatAddress(note.address)}`
    case 'signedOff':
      return `left ${formatAddress(note.address)}: ${ends[note.because] ?? note.because}`
    case 'signOnRefused':
      return `was refused at ${formatAddress(note.address)}: ${note.because === 'password' ? 'wrong password' : 'the server was busy'}`
    case 'registered':
      return `is a new number, for ${formatAddress(note.address)}`
    case 'registrationRefused':
      return `${formatAddress(note.address)} was refused a number`
    case 'farNumber':
      return `had a packet from ${formatAddress(note.address)} far from those before it: somebody may be guessing`
    case 'takenUp':
      return `${note.links} links of the last run go on, ${note.forgotten} were over`
    case 'storeFailed':
      return 'the store failed; messages are kept in memory and tried again'
    case 'storeWorks':
      return 'the store works again'
    case 'bug':
      return 'an error of the server itself has ended one conversation; the log has more'
  }
}

const ends: Readonly<Record<string, string>> = {
  signedOff: 'signed off',
  silence: 'nothing came for too long',
  unanswered: 'nothing was acknowledged',
  replaced: 'signed on elsewhere',
  forcedOff: 'signed off by an operator',
  startAgain: 'told to sign on anew',
  gone: 'the browser has closed the connection',
  bug: 'an error of the server',
}
