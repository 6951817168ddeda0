/** The tables, as Kysely sees them. Times are milliseconds since 1970. */
export interface Tables {
  accounts: {
    uin: number
    password_hash: string
    nick: string
    code_page: string
    created_at: number
  }
  /** Numbers of removed accounts, which are never given out again. */
  removed_uins: { uin: number; removed_at: number }
  /** Messages that wait for their recipients. Deleted with the recipient's account. */
  messages: { id: number; recipient: number; sender: number; kind: number; text: Uint8Array; at: number }
  invites: { code: string; uses_left: number; expires_at: number | null; created_at: number }
  /** Numbers that only grow: `nextUin` and `nextMessageId`, the lowest ones that may still be free. */
  counters: { name: 'nextUin' | 'nextMessageId'; value: number }
}
