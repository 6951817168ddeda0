// When the server sends each of its packets, and what is known of how clients take it. Complete, like `served.ts`.
import type { ServerName } from './names.ts'

const never = 'never.'

export const sent = {
  ack: 'for every packet of a client that has a link, once, before any answer; also for one that makes no sense. A message’s ACK waits until the message is safe. See [reliability](../reliability.md).',
  loginReply:
    'once the password was right, directly after the ACK. Nothing else leaves before it is acknowledged, because one client reads exactly these two datagrams. The constants are explained [here](../constants.md).',
  badPassword:
    'for a wrong password, an unknown number or a banned account alike, after the ACK, under number 0. Sent once: Licq stays off line, mICQ ends.',
  tryAgain:
    'when the server cannot sign anyone on for the moment, refuses a registration or ends a fight between two clients, at most once a second to one address. Also to mICQ when its number table is nearly full: it is the one packet after which that client begins anew.',
  preAuthReply: 'when number and password of the wizard are right. Sent once; the client repeats its question.',
  newUserUin: 'when the account is on the disk. Sent once: clients sign on instead of acknowledging it.',
  notConnected:
    'to a stranger who sends a command that needs a link, under that command’s number, at most once a second to one address. Most clients sign on again at once; one reports that it was disconnected.',
  forcedOffline:
    'when the same UIN signs on elsewhere, or the operator bans, removes or sends off the account. Sent once. Licq signs on again; mICQ and icqlib acknowledge it and believe that they are still on line.',
  userOnline:
    'when a contact comes, is seen again, or is named in a `contactList` and there. Carries the address for direct connections where the operator allows it, and zeros otherwise.',
  userOffline: 'when a contact leaves, or may not be seen any more.',
  statusUpdate:
    'when a contact whom the client believes on line has changed. Oldest clients hear the nearest status that they know; see [status](../status.md).',
  endOfContacts: 'after the `userOnline`s of one `contactList`, one for each list.',
  deliveredMessage:
    'to a recipient who is on line. Repeated until acknowledged while the link lives; one at a time from each sender, so that order is kept.',
  receiveMessage:
    'for each stored message, only between `requestStoredMessages` and `endOfStoredMessages`. Its ACK deletes the message.',
  endOfStoredMessages:
    'after the last stored message is acknowledged, at the latest 20 seconds after the request; also when there was none, because two clients take it for the end of signing on.',
  userFound: 'for each result of a search, one at a time.',
  endOfSearch: 'after the last result is acknowledged. Licq closes the search on it.',
  infoReply: 'for `infoRequest`, with two zero bytes more, as captured.',
  extInfoReply: 'for `extInfoRequest`. Texts are cut so that the datagram has no more than 512 bytes.',
  invalidUin: 'for a request about a number that nobody has.',
  newUserReply: 'when the change is on the disk. Never unasked or twice under new numbers: Licq crashes on it.',
  newUserFail: 'when the change could not be kept, or too many changes wait already.',
  updateReply: 'when the change is on the disk.',
  updateFail: 'when the change could not be kept, or too many changes wait already.',
  updateExtReply: 'when the change is on the disk. Never unasked: Licq crashes on it.',
  updateExtFail: 'when the change could not be kept, or too many changes wait already.',
  changePasswordReply: 'when the new password is on the disk.',
  changePasswordFail: 'when the new password is empty or could not be kept, or too many changes wait already.',
  extInfoFail: `${never} \`invalidUin\` says the same, and version 2 clients know it.`,
  queryReply: `${never} No body is known, and no client needs it.`,
  systemMessage: `${never} No body is known; announcements go as messages of kind 9 or 1 from the system UIN.`,
  authUpdateReply: `${never} Later versions answer \`authUpdate\` with it.`,
  authUpdateFail: `${never} Later versions answer \`authUpdate\` with it.`,
  userLastMeta: never,
  multiPacket: `${never} In version 2 a datagram is one packet.`,
  randomUser: never,
  noRandomUser: never,
  metaReply: never,
} as const satisfies Readonly<Record<ServerName, string>>
