// The service's store on SQLite, embedded: one file in one folder, one process at a time, a thread of its own. Accounts and
// invites are administered through the same store. What is kept and when is decided elsewhere.
export type { AccountChanges, AccountRecord, Added, Ban, Invite, ListedAccount, NewAccount } from './accounts.ts'
export {
  InviteTaken,
  NoUinLeft,
  StoreBusy,
  StoreDamaged,
  StoreTooNew,
  StoreUnusable,
  UinRemoved,
  UinReserved,
  UinTaken,
  UinUnknown,
} from './errors.ts'
export { openStore, type SqlStore, type StoreOptions } from './open-store.ts'
