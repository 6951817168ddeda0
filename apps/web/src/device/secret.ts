import { answer, type Database } from './database/database.ts'

/** A password as it lies on the disk. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}

/** Whether this page may encrypt: it came by HTTPS or from this machine. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined

/**
 * Encrypts a password with AES-GCM and a key of this browser that no script can take out of it. This protects a password from
 * being read in a copy of the browser's files by somebody who only searches them, and from a script that would carry it away
 * later. It does not protect from whoever can use this browser as its user does: their page can have it decrypted, as this
 * program does, and the browser's files contain the key in the browser's own way. Undefined when this page may not encrypt:
 * then nothing is kept.
 */
export async function seal(database: Database, password: string): Promise<Sealed | undefined> {
  if (!canSeal()) return undefined
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(password)
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await ownKey(database), text) }
}

/** The password again. Undefined when the key is not the one that it was encrypted with. */
export async function unseal(database: Database, { iv, bytes }: Sealed): Promise<string | undefined> {
  if (!canSeal()) return undefined
  const key = await ownKey(database)
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes).catch(() => undefined)
  return text === undefined ? undefined : new TextDecoder().decode(text)
}

async function ownKey(database: Database): Promise<CryptoKey> {
  // A transaction does not wait for a key to be made; if two tabs make one at the same time, the first is the one.
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return database.run(['keys'], 'readwrite', async (transaction) => {
    const keys = transaction.objectStore('keys')
    const kept = await answer<CryptoKey | undefined>(keys.get('password'))
    if (kept === undefined) keys.put(made, 'password')
    return kept ?? made
  })
}
