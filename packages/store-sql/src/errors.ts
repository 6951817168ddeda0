// Every "no" of the store, each with one sentence for the person who asked. The classes are told apart with `instanceof`.

/** Another process has the database open. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy'
}

/** The database was made by a later version of the program. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew'
}

/** The folder or the file cannot be used: no right to write, no room, a database of something else, a disk that fails. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable'
}

/** The database, or its log, is not as SQLite left it. Nothing of it was changed. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged'
}

/** The number belongs to an account. */
export class UinTaken extends Error {
  override readonly name = 'UinTaken'
}

/** The number belonged to an account that was removed, and is never given out again. */
export class UinRemoved extends Error {
  override readonly name = 'UinRemoved'
}

/** Numbers below 1000 are the server's own. */
export class UinReserved extends Error {
  override readonly name = 'UinReserved'
}

/** Nobody has that number. */
export class UinUnknown extends Error {
  override readonly name = 'UinUnknown'
}

/** All numbers from the first one on are taken. */
export class NoUinLeft extends Error {
  override readonly name = 'NoUinLeft'
}

/** There is an invite with that code. */
export class InviteTaken extends Error {
  override readonly name = 'InviteTaken'
}

/** There is an administrator of that name. */
export class AdministratorTaken extends Error {
  override readonly name = 'AdministratorTaken'
}

/** There is a token of that name. */
export class TokenTaken extends Error {
  override readonly name = 'TokenTaken'
}

/** No copy of the database could be written where it was wanted. */
export class NotBackedUp extends Error {
  override readonly name = 'NotBackedUp'
}

/** The account has as many open invites as it may have. */
export class TooManyInvites extends Error {
  override readonly name = 'TooManyInvites'
}
