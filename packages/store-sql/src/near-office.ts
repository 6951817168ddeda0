import type { Uin } from '@seekyou/language'
import type { Line } from './line.ts'
import type { Administrator, AuditLine, ChoiceName, NamedContact, Token } from './office.ts'

/** How often it is looked whether a copy is complete, in milliseconds. */
const lookEveryMs = 50

/** What the store keeps for the office and for accounts' browsers. */
export interface OfficeStore {
  /** The contact list as the account announced it last, with the names that were given. Empty for nobody. */
  contactList(uin: Uin): Promise<readonly NamedContact[]>
  /** Names these contacts; empty texts take a name away. Rejects with `UinUnknown`. */
  nameContacts(uin: Uin, contacts: readonly NamedContact[]): Promise<void>
  /** What a browser of the account kept last. */
  readSettings(uin: Uin): Promise<string | undefined>
  /** Rejects with `UinUnknown`. */
  keepSettings(uin: Uin, settings: string): Promise<void>
  /** What an operator has chosen; undefined: nothing yet. */
  readChoice(name: ChoiceName): Promise<string | undefined>
  keepChoice(name: ChoiceName, value: string): Promise<void>
  /** Rejects with `AdministratorTaken`. */
  addAdministrator(name: string, passwordHash: string): Promise<void>
  listAdministrators(): Promise<readonly Administrator[]>
  /** False: there is no such administrator. */
  setAdministratorPassword(name: string, passwordHash: string): Promise<boolean>
  /** `last`: nobody else would be left, so this one stays. */
  removeAdministrator(name: string): Promise<'removed' | 'unknown' | 'last'>
  /** `hash` is the SHA-256 in hexadecimal digits. Rejects with `TokenTaken`. */
  addToken(name: string, hash: string): Promise<void>
  /** The name of the token with that hash, of which it is noted that it was used. */
  useToken(hash: string): Promise<string | undefined>
  listTokens(): Promise<readonly Token[]>
  /** False: there is no such token. */
  removeToken(name: string): Promise<boolean>
  /** Adds a line with the present time. The last 100,000 are kept. */
  writeAudit(line: Omit<AuditLine, 'id' | 'at'>): Promise<void>
  /** The newest lines before the one with this id, or of all, the newest first. */
  listAudit(most: number, before?: number): Promise<readonly AuditLine[]>
  /**
   * Writes a copy of the database into a file that only its owner can read, while everything goes on. The copy is as the database
   * is at the end. Resolves to its size in bytes. Rejects with `NotBackedUp`.
   */
  backUp(file: string): Promise<number>
}

/** The near end of the store's office. */
export function nearOffice(line: Line): OfficeStore {
  return {
    contactList: (uin) => line.call('contactList', { uin }),
    nameContacts: (uin, contacts) => line.call('nameContacts', { uin, contacts }),
    readSettings: (uin) => line.call('readSettings', { uin }),
    keepSettings: (uin, settings) => line.call('keepSettings', { uin, settings }),
    readChoice: (name) => line.call('readChoice', { name }),
    keepChoice: (name, value) => line.call('keepChoice', { name, value }),
    addAdministrator: (name, passwordHash) => line.call('addAdministrator', { name, passwordHash }),
    listAdministrators: () => line.call('listAdministrators', {}),
    setAdministratorPassword: (name, passwordHash) => line.call('setAdministratorPassword', { name, passwordHash }),
    removeAdministrator: (name) => line.call('removeAdministrator', { name }),
    addToken: (name, hash) => line.call('addToken', { name, hash }),
    useToken: (hash) => line.call('useToken', { hash }),
    listTokens: () => line.call('listTokens', {}),
    removeToken: (name) => line.call('removeToken', { name }),
    writeAudit: (row) => line.call('writeAudit', row),
    listAudit: (most, before) => line.call('listAudit', { before, most }),
    backUp: async (file) => {
      await line.call('beginBackUp', { file })
      for (;;) {
        const bytes = await line.call('lookAtBackUp', {})
        if (bytes !== 'underWay') return bytes
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      }
    },
  }
}
