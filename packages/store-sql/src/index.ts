// The service's store on SQLite, embedded: one file in one folder, one process at a time, a thread of its own. Accounts,
// invites and administrators are administered through the same store. What is kept and when is decided elsewhere.
export type {
  AccountChanges,
  AccountRecord,
  Added,
  Ban,
  Invite,
  ListedAccount,
  NewAccount,
  Sought,
} from './accounts.ts'
export {
  AdministratorTaken,
  InviteTaken,
  NotBackedUp,
  NoUinLeft,
  StoreBusy,
  StoreDamaged,
  StoreTooNew,
  StoreUnusable,
  TokenTaken,
  TooManyInvites,
  UinRemoved,
  UinReserved,
  UinTaken,
  UinUnknown,
} from './errors.ts'
export type { OfficeStore } from './near-office.ts'
export type { Administrator, AuditLine, ChoiceName, NamedContact, Token } from './office.ts'
export { openStore, type SqlStore, type StoreOptions } from './open-store.ts'
