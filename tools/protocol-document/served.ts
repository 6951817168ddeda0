// What the server does with each command of a client. A command that is missing here does not compile, and fails the test.
import type { ClientName, ServerName } from './names.ts'

export interface Served {
  /** What the asker may hear after the ACK. */
  readonly answers: readonly ServerName[]
  /** What others hear. */
  readonly others?: readonly ServerName[]
  readonly does: string
}

const later = 'Acknowledges it, counts it as unknown, and otherwise ignores it: it belongs to later versions.'

export const served = {
  ack: {
    answers: [],
    does: 'Settles its own packet with that number: it is not sent again, and the next one in its lane may go. The ACK of a `receiveMessage` deletes the stored message, the ACK of a `deliveredMessage` lets its sender be acknowledged. An ACK for a number that is not outstanding is ignored; so is one from a stranger.',
  },
  sendMessage: {
    answers: [],
    others: ['deliveredMessage', 'receiveMessage'],
    does: 'Delivers the message to a recipient who is on line and keeps it for one who is not. The ACK waits until the message is safe: acknowledged by the recipient’s client, or on the disk. An unknown number, a full store or a body that is too long is acknowledged as well, and the sender is told by a message of the system UIN. See [messages](../messages.md).',
  },
  messageToNewUser: {
    answers: [],
    others: ['deliveredMessage', 'receiveMessage'],
    does: 'Does the same as for `sendMessage`. Clients use it for people who are not on their list, most of all to ask for authorization (kind 6), to refuse it (7) or to grant it (8).',
  },
  login: {
    answers: ['loginReply', 'badPassword', 'tryAgain'],
    others: ['userOnline', 'forcedOffline'],
    does: 'Checks the password. If it is right, a link begins between this address and the UIN, contacts who may see it are told, and an older link of the same UIN is told to go. A wrong password and an unknown number look the same. Up to eight datagrams that come while the password is being checked wait for the verdict.',
  },
  preAuth: {
    answers: ['preAuthReply', 'badPassword'],
    does: 'Checks number and password without signing anyone on: the first page of the original wizard for people who have a number already. It shares its budget with `login`. After a right password the same address may ask for the extended profile of that number, and of no other, before it signs on.',
  },
  newUserReg: {
    answers: ['newUserUin', 'tryAgain'],
    does: 'Makes an account if the registration mode allows it: nobody, the server’s own networks, holders of an invite (who write its code as their password), or everybody. The same datagram again within ten minutes gets the same number, not a second one. A refusal is `tryAgain`, because version 2 has no other.',
  },
  openRegistration: {
    answers: [],
    does: 'Acknowledges it. The wizard says it before either of its two ways, and expects nothing more.',
  },
  contactList: {
    answers: ['userOnline', 'endOfContacts'],
    does: 'Adds these people to those whose presence the user is told; nothing removes one before the next sign-on. Everyone among them who is on line and may be seen is told, whether told before or not, then the end, also after an empty list. Beyond a thousand contacts the rest is ignored.',
  },
  addToList: {
    answers: ['userOnline'],
    others: ['deliveredMessage', 'receiveMessage'],
    does: 'Adds one contact as `contactList` does, and tells that person “you were added” (kind 12) with the adder’s short profile, unless the adder’s client says so itself within a minute.',
  },
  visibleList: {
    answers: [],
    others: ['userOnline', 'userOffline'],
    does: 'Replaces the list of those who see the user even while invisible; an empty one clears it. Whoever may see more or less than before is told.',
  },
  invisibleList: {
    answers: [],
    others: ['userOnline', 'userOffline'],
    does: 'Replaces the list of those to whom the user is never on line; an empty one clears it. Whoever may see more or less than before is told.',
  },
  statusChange: {
    answers: [],
    others: ['statusUpdate', 'userOnline', 'userOffline'],
    does: 'Sets the status. Contacts who may see the user hear a change; those who may not any more hear that the user left, and those who may again hear that the user came. Changes that follow each other within two seconds are told as one, except going invisible.',
  },
  keepAlive: {
    answers: ['userOnline', 'userOffline'],
    does: 'Takes it as a sign of life, as it takes every datagram: a link ends after 400 seconds without any. Takes the occasion to say again what was lost about contacts.',
  },
  keepAlive2: {
    answers: [],
    does: 'Does the same as for `keepAlive`; two clients send both back to back, and both are acknowledged.',
  },
  sendTextCode: {
    answers: [],
    others: ['userOffline'],
    does: 'Ends the link at `B_USER_DISCONNECTED`, and tells the contacts. At `B_MESSAGE_ACK`, by which a client says that it fears to have lost the connection, sends everything outstanding again at once. Acknowledges other words. Gives a stranger no answer at all, because real clients say this when they are gone already.',
  },
  requestStoredMessages: {
    answers: ['receiveMessage', 'endOfStoredMessages'],
    does: 'Sends what came while the user was away, oldest first, at most eight ahead of the oldest that is not acknowledged. The end follows when all are acknowledged, at the latest after 20 seconds. Messages that arrive meanwhile from the same senders wait, so that nothing overtakes.',
  },
  confirmStoredMessages: {
    answers: [],
    does: 'Acknowledges it and deletes nothing: each stored message was deleted by the ACK of its own packet, and this command may come too early or not at all.',
  },
  searchUin: {
    answers: ['userFound', 'endOfSearch'],
    does: 'Finds the one who has this number, also somebody who hides from searches: the number was known already. Requests above the pace wait, with the ACK given at once.',
  },
  searchUser: {
    answers: ['userFound', 'endOfSearch'],
    does: 'Finds people by the beginnings of nick, first and last name, or by the whole e-mail address; everything that is given must fit, and a search for nothing finds nobody. ASCII capitals and small letters are equal, other bytes are compared as they are. After 40 results the end says that there are more. E-mail addresses are told only of those who publish them.',
  },
  infoRequest: {
    answers: ['infoReply', 'invalidUin'],
    does: 'Tells a short profile, with the e-mail address only if its owner publishes it.',
  },
  extInfoRequest: {
    answers: ['extInfoReply', 'invalidUin'],
    does: 'Tells an extended profile. What was never entered has the value that says so. Before signing on it is answered only to an address that has just proven this number’s password with `preAuth`, with the long texts left out.',
  },
  updateInfo: {
    answers: ['updateReply', 'updateFail'],
    does: 'Replaces the short profile; the answer leaves when the change is on the disk. Without the last byte, whether others must ask before adding stays as it was: 0 means that they must, 1 that they need not.',
  },
  newUserInfo: {
    answers: ['newUserReply', 'newUserFail'],
    does: 'Does the same as for `updateInfo`, with answers of its own. Meant for new users; some clients use it for every change.',
  },
  updateExtInfo: {
    answers: ['updateExtReply', 'updateExtFail'],
    does: 'Replaces the extended profile; the answer leaves when the change is on the disk.',
  },
  changePassword: {
    answers: ['changePasswordReply', 'changePasswordFail'],
    does: 'Sets a new password, which counts from the next sign-on; the link goes on. The answer leaves when the change is on the disk. An empty password is refused. A command whose number is far from the expected ones is acknowledged and has no effect: somebody may be guessing.',
  },
  queryServers: {
    answers: [],
    does: 'Acknowledges it. No client whose source is known sends it, and nobody has written down the answer.',
  },
  queryAddons: {
    answers: [],
    does: 'Acknowledges it. The zeros in `loginReply` tell clients that there is nothing to ask for.',
  },
  windowState: {
    answers: [],
    does: 'Acknowledges it: a report of whether the client’s window is open.',
  },
  authUpdate: { answers: [], does: later },
  usageStatistics: { answers: [], does: later },
  setRandomGroup: { answers: [], does: later },
  searchRandom: { answers: [], does: later },
  groupwareSearch: { answers: [], does: later },
  fragment: { answers: [], does: later },
  groupwareDepartments: { answers: [], does: later },
  metaUser: { answers: [], does: later },
  updateList: { answers: [], does: later },
} as const satisfies Readonly<Record<ClientName, Served>>
