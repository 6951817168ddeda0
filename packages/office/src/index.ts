// The operator's requests and a user's asides, declared once: for the command line, the HTTP API and its document, the pages.
// Types alone bring no code with them: `import type`.
export { type AsideAnswer, type AsideAsk, type AsideName, type Asides, asides } from './asides.ts'
export type { Declared, Http } from './declare.ts'
export { openApi } from './open-api.ts'
export { askFromTexts, type Read, readAsk } from './read-ask.ts'
export type { AdministratorRow, TokenRow } from './requests/administrators.ts'
export type { InviteRow, RegistrationMode } from './requests/registration.ts'
export type { Health, LinkRow, Sample, ServerEvent, Status, StatusName } from './requests/running.ts'
export type { AuditRow, BackupRow } from './requests/upkeep.ts'
export type { UserChanges } from './requests/users.ts'
export { type Answer, type Ask, type Meet, type RequestName, type Requests, requests } from './requests.ts'
export type { AccountRow, ExportRow, ImportRow, UserRow } from './rows.ts'
