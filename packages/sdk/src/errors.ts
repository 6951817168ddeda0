// What can go wrong, as types: every error of this library is a `SeekyouError`, says what happened in one sentence, and where there
// are several reasons names its own in `because`.

/** Whatever this library throws or rejects with, `AbortSignal` reasons and wrong arguments (`RangeError`) left out. */
export class SeekyouError extends Error {
  override readonly name: string = 'SeekyouError'
}

/** There is no way to the server: its name is not known, or nothing can be opened. */
export class CannotReach extends SeekyouError {
  override readonly name = 'CannotReach'
  /** As it was named in the options. */
  readonly server: string

  /** `detail` says why, as the end of a sentence: `nobody knows this name`. */
  constructor(server: string, detail: string, options?: ErrorOptions) {
    super(`Cannot reach ${server}: ${detail}.`, options)
    this.server = server
  }
}

/** A file that was to be sent cannot be read. */
export class CannotRead extends SeekyouError {
  override readonly name = 'CannotRead'
  /** As it was given. */
  readonly path: string

  /** `detail` says why, as the end of a sentence: `there is no such file`. */
  constructor(path: string, detail: string, options?: ErrorOptions) {
    super(`Cannot read ${path}: ${detail}.`, options)
    this.path = path
  }
}

/** Why nobody was signed on. */
export type SignOnBecause =
  /** It is wrong, or nobody has this UIN. */
  | 'password'
  /** The server was silent for a minute. */
  | 'noAnswer'
  /** The server asks to come back later. */
  | 'busy'
  /** Somebody else signed on with this UIN meanwhile. */
  | 'elsewhere'

/** Nobody was signed on, and nobody tries any more. */
export class SignOnError extends SeekyouError {
  override readonly name = 'SignOnError'
  readonly because: SignOnBecause

  constructor(because: SignOnBecause) {
    super(signOnSentences[because])
    this.because = because
  }
}

/** Why there is no new number. */
export type RegistrationBecause =
  /** The server gives out no numbers to strangers, or not with this password. */
  | 'refused'
  /** The server was silent for a minute. */
  | 'noAnswer'

/** No number was given. */
export class RegistrationError extends SeekyouError {
  override readonly name = 'RegistrationError'
  readonly because: RegistrationBecause

  constructor(because: RegistrationBecause) {
    super(registrationSentences[because])
    this.because = because
  }
}

/** Why a message was not accepted. */
export type SendBecause =
  /** The user signed off first. */
  | 'signedOff'
  /** It does not fit a message and cannot be split. */
  | 'tooLong'
  /** Too many others wait. */
  | 'full'
  /** It was to go directly, and there is no direct way. */
  | 'unreachable'
  /** The recipient is reached only by an urgent message, see `urgency` in `SendOptions`. */
  | 'occupied'
  /** The same, and they mean it. */
  | 'doNotDisturb'
  /** The recipient does not take it. */
  | 'refused'
  /** The queue's store failed. */
  | 'notKept'

/** A message was not accepted, or nobody knows whether it was. */
export class SendError extends SeekyouError {
  override readonly name = 'SendError'
  readonly because: SendBecause
  /** What the recipient's client answered; empty when it said nothing. */
  readonly answer: string
  /** True: it waits in the queue's store, and is sent when this user signs on with that store again. */
  readonly isKept: boolean

  constructor(
    because: SendBecause,
    { answer = '', isKept = false, cause }: { answer?: string; isKept?: boolean; cause?: unknown } = {},
  ) {
    super(
      sendSentences[because] + (isKept ? ' It is kept for the next time.' : ''),
      cause === undefined ? {} : { cause },
    )
    this.because = because
    this.answer = answer
    this.isKept = isKept
  }
}

/** A question was not answered. If something was to be changed, nobody knows whether it was. */
export class NoAnswer extends SeekyouError {
  override readonly name = 'NoAnswer'

  constructor() {
    super('The server did not answer: the connection ended, or the answer was lost. Ask again.')
  }
}

/** The server says no to a change. */
export class Refused extends SeekyouError {
  override readonly name = 'Refused'
  /** Which change. */
  readonly what: 'updateInfo' | 'updateExtInfo' | 'changePassword'

  constructor(what: 'updateInfo' | 'updateExtInfo' | 'changePassword') {
    super(`The server refused ${refusedThings[what]}.`)
    this.what = what
  }
}

/** Something was asked of a user who has signed off. */
export class SignedOff extends SeekyouError {
  override readonly name = 'SignedOff'

  constructor() {
    super('This user has signed off: connect again first.')
  }
}

/** Why there is no chat. */
export type ChatBecause =
  /** The other one does not want to. */
  | 'refused'
  /** There is no direct way to them, and a chat never goes through the server. */
  | 'unreachable'
  /** Whoever asked took it back. */
  | 'cancelled'
  /** One side went, or the connection broke. */
  | 'left'

/** A chat did not come about, or is over. */
export class ChatError extends SeekyouError {
  override readonly name = 'ChatError'
  readonly because: ChatBecause
  /** What the other one said to it; empty when they said nothing. */
  readonly reason: string

  constructor(because: ChatBecause, reason = '') {
    super(chatSentences[because] + (reason === '' ? '' : ` They say: ${reason}`))
    this.because = because
    this.reason = reason
  }
}

/** Why files were not transferred. */
export type TransferBecause =
  /** The other one does not want them. */
  | 'refused'
  /** One side stopped it. */
  | 'cancelled'
  /** The connection broke: offer them again, and the transfer goes on where it stopped. */
  | 'broken'
  /** There is no direct way, and files never go through the server. */
  | 'unreachable'
  /** They are more than was agreed to. */
  | 'tooLarge'
  /** A file could not be read or written. */
  | 'disk'

/** Files were not transferred, or not all of them. */
export class TransferError extends SeekyouError {
  override readonly name = 'TransferError'
  readonly because: TransferBecause
  /** What the other one said to it; empty when they said nothing. */
  readonly reason: string

  constructor(because: TransferBecause, reason = '') {
    super(transferSentences[because] + (reason === '' ? '' : ` They say: ${reason}`))
    this.because = because
    this.reason = reason
  }
}

const signOnSentences: Readonly<Record<SignOnBecause, string>> = {
  password: 'The server refused to sign on: the UIN or the password is wrong.',
  noAnswer: 'The server does not answer: check its address, and whether datagrams get through.',
  busy: 'The server is busy: try again later.',
  elsewhere: 'Somebody else signed on with the same UIN.',
}

const registrationSentences: Readonly<Record<RegistrationBecause, string>> = {
  refused: 'The server gave no number: registration is closed, or it does not take this password.',
  noAnswer: 'The server does not answer: check its address, and whether datagrams get through.',
}

const sendSentences: Readonly<Record<SendBecause, string>> = {
  signedOff: 'The message was not sent: the user signed off first.',
  tooLong: 'The message was not sent: it is longer than a message can be.',
  full: 'The message was not sent: too many others wait to be sent.',
  unreachable: 'The message was not sent: there is no direct way to the recipient.',
  occupied: 'The message was not delivered: the recipient is occupied.',
  doNotDisturb: 'The message was not delivered: the recipient does not want to be disturbed.',
  refused: 'The message was not delivered: the recipient refused it.',
  notKept: 'The message was not sent: it could not be written to the queue.',
}

const refusedThings: Readonly<Record<Refused['what'], string>> = {
  updateInfo: 'the profile',
  updateExtInfo: 'the long profile',
  changePassword: 'the password',
}

const chatSentences: Readonly<Record<ChatBecause, string>> = {
  refused: 'The chat was refused.',
  unreachable: 'There is no direct way to the other one, and a chat needs one.',
  cancelled: 'The chat was cancelled.',
  left: 'The other one left the chat.',
}

const transferSentences: Readonly<Record<TransferBecause, string>> = {
  refused: 'The files were refused.',
  cancelled: 'The transfer was cancelled.',
  broken: 'The connection broke during the transfer: offer the files again, and it goes on where it stopped.',
  unreachable: 'There is no direct way to the other one, and files need one.',
  tooLarge: 'The files are larger than was agreed to.',
  disk: 'A file could not be read or written.',
}
