// What each protocol version means. Outside this package nobody knows which version a user speaks.
export { dialectChooser } from './choose.ts'
export type { ClientDialect, Heard, HeardEvent, Listener, ServerDialect, Spoken, Unheard } from './dialect.ts'
export { v2Client } from './v2/client-dialect.ts'
export { v2Server } from './v2/server-dialect.ts'
