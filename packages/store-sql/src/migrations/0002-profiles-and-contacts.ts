import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Profiles, settings, bans, contacts. Texts become bytes in the account's own code page. The table of accounts is changed in
 * place: making it anew would delete the messages, which hang on it.
 */
export const profilesAndContacts: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE accounts RENAME COLUMN nick TO old_nick`.execute(db)
    await sql`ALTER TABLE accounts RENAME COLUMN code_page TO old_code_page`.execute(db)
    for (const column of added) await sql`ALTER TABLE accounts ADD COLUMN ${sql.raw(column)}`.execute(db)
    await moveTexts(db)
    await sql`ALTER TABLE accounts DROP COLUMN old_nick`.execute(db)
    await sql`ALTER TABLE accounts DROP COLUMN old_code_page`.execute(db)
    for (const text of found) {
      await sql`CREATE INDEX ${sql.raw(`accounts_by_${text} ON accounts (folded_${text})`)}
        WHERE hides = 0 AND banned_at IS NULL`.execute(db)
    }
    await sql`CREATE TABLE contacts (
      uin INTEGER NOT NULL REFERENCES accounts (uin) ON DELETE CASCADE,
      contact INTEGER NOT NULL,
      allowed INTEGER NOT NULL,
      PRIMARY KEY (uin, contact)
    ) WITHOUT ROWID`.execute(db)
    await db.schema.dropIndex('messages_of_recipient').execute()
    await db.schema.createIndex('messages_of_pair').on('messages').columns(['recipient', 'sender']).execute()
  },
}

const found = ['nick', 'first', 'last', 'email']

const added = [
  ...[...found, 'city', 'state', 'phone', 'homepage', 'about'].map((text) => `${text} BLOB NOT NULL DEFAULT x''`),
  ...['country', 'time_zone', 'age', 'sex', 'zip'].map((number) => `${number} INTEGER`),
  ...['needs_authorization', 'publishes_email', 'hides'].map((flag) => `${flag} INTEGER NOT NULL DEFAULT 0`),
  'is_limited INTEGER NOT NULL DEFAULT 1',
  'direct INTEGER',
  'stored_max INTEGER',
  'banned_at INTEGER',
  'ban_reason TEXT',
  'code_page TEXT',
  // SQLite's lower() changes the letters of ASCII and leaves every other byte alone.
  ...found.map((text) => `folded_${text} BLOB GENERATED ALWAYS AS (CAST(lower(${text}) AS BLOB)) VIRTUAL`),
]

/** Who has no nickname was registered by a client: their code page was filled in without anybody having said it. */
async function moveTexts(db: Kysely<unknown>): Promise<void> {
  await sql`UPDATE accounts SET nick = CAST(old_nick AS BLOB), code_page = old_code_page WHERE old_nick <> ''`.execute(
    db,
  )
  // In plain ASCII the bytes are the same in every code page.
  const { rows } = await sql<{ uin: number; nick: string; page: string }>`
    SELECT uin, old_nick AS nick, old_code_page AS page FROM accounts
    WHERE length(old_nick) <> length(CAST(old_nick AS BLOB))`.execute(db)
  for (const { uin, nick, page } of rows) {
    await sql`UPDATE accounts SET nick = ${encode(nick, page)} WHERE uin = ${uin}`.execute(db)
  }
}

const tables = new Map<string, ReadonlyMap<string, number>>()

/** The text in a code page of one byte for each character. What the page lacks becomes a question mark. */
function encode(text: string, page: string): Uint8Array {
  const table = tables.get(page) ?? tableOf(page)
  tables.set(page, table)
  return Uint8Array.from([...text].flatMap((char) => bytesOf(char, table)))
}

function bytesOf(char: string, table: ReadonlyMap<string, number>): number[] {
  const byte = table.get(char)
  if (byte !== undefined) return [byte]
  // Vietnamese: windows-1258 has the accents as characters of their own.
  const parts = [...char.normalize('NFD')]
  const accent = table.get(parts.pop() ?? '')
  const letter = table.get(parts.join('').normalize('NFC'))
  return accent === undefined || letter === undefined ? [0x3f] : [letter, accent]
}

/** Bytes that the page leaves undefined stand for U+F700 and themselves. */
function tableOf(page: string): ReadonlyMap<string, number> {
  const chars = [...new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))]
  return new Map(chars.map((char, byte) => [char === '\ufffd' ? String.fromCharCode(0xf700 + byte) : char, byte]))
}
