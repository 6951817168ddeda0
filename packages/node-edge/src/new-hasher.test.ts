import { Overloaded } from '@seekyou/service'
import { expect, test } from 'vitest'
import { newHasher } from './new-hasher.ts'
import { parsePhc } from './phc.ts'

const cheap = { memoryKib: 8, passes: 1 }
const bytes = (text: string) => new TextEncoder().encode(text)

test('the right password fits, any other does not', async () => {
  const hasher = newHasher(cheap)
  const hash = await hasher.hashPassword({ password: bytes('sesame') })
  expect(await hasher.verifyPassword({ password: bytes('sesame'), hash })).toBe(true)
  for (const wrong of ['Sesame', 'sesam', 'sesame\0', '']) {
    expect(await hasher.verifyPassword({ password: bytes(wrong), hash })).toBe(false)
  }
})

test('bytes that are no text, and no bytes at all, are passwords too', async () => {
  const hasher = newHasher(cheap)
  for (const password of [Uint8Array.of(0xff, 0x00, 0xe9), new Uint8Array(0)]) {
    const hash = await hasher.hashPassword({ password })
    expect(await hasher.verifyPassword({ password, hash })).toBe(true)
  }
})

test('the same password never has the same hash', async () => {
  const hasher = newHasher(cheap)
  const password = bytes('sesame')
  expect(await hasher.hashPassword({ password })).not.toBe(await hasher.hashPassword({ password }))
})

test('hashes are PHC strings that name their cost, 4 MiB and 1 pass if nothing is said', async () => {
  const password = bytes('sesame')
  expect(await newHasher().hashPassword({ password })).toMatch(
    /^\$argon2id\$v=19\$m=4096,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
  )
  expect(parsePhc(await newHasher({ memoryKib: 64, passes: 3 }).hashPassword({ password }))).toMatchObject({
    memoryKib: 64,
    passes: 3,
  })
})

test('a hash of another cost, or of another program, fits all the same', async () => {
  const hasher = newHasher(cheap)
  const dearer = await newHasher({ memoryKib: 32, passes: 4 }).hashPassword({ password: bytes('sesame') })
  expect(await hasher.verifyPassword({ password: bytes('sesame'), hash: dearer })).toBe(true)
  // From the tests of argon2's reference implementation.
  const one = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
  const two = '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc'
  for (const hash of [one, two]) {
    expect(await hasher.verifyPassword({ password: bytes('password'), hash })).toBe(true)
    expect(await hasher.verifyPassword({ password: bytes('differentpassword'), hash })).toBe(false)
  }
})

test('no hash, or what is none, fits no password', async () => {
  const hasher = newHasher(cheap)
  const sound = await hasher.hashPassword({ password: bytes('sesame') })
  const broken = ['', 'sesame', '$2b$10$abcdefghijklmnopqrstuv', sound.replace('argon2id', 'argon2i')]
  const absurd = [sound.replace('m=8', 'm=9999999'), sound.replace('t=1', 't=0'), sound.replace('m=8', 'm=7')]
  for (const hash of [undefined, ...broken, ...absurd]) {
    expect(await hasher.verifyPassword({ password: bytes('sesame'), hash })).toBe(false)
  }
})

test('checks beyond the limit are refused at once, and the rest is answered', async () => {
  const hasher = newHasher({ ...cheap, atOnce: 2, checksMax: 3 })
  const hash = await hasher.hashPassword({ password: bytes('sesame') })
  const check = () => hasher.verifyPassword({ password: bytes('sesame'), hash })
  const checks = Array.from({ length: 6 }, check)
  await expect(checks.pop()).rejects.toBeInstanceOf(Overloaded)
  expect(await Promise.all(checks)).toEqual([true, true, true, true, true])
  expect(await check()).toBe(true)
})

test('who was right before is known without waiting for a thread, and so is who is wrong then', async () => {
  const hasher = newHasher({ ...cheap, atOnce: 1, checksMax: 1 })
  const hash = await hasher.hashPassword({ password: bytes('sesame') })
  await hasher.verifyPassword({ password: bytes('sesame'), hash })
  const other = await hasher.hashPassword({ password: bytes('other') })
  const busy = [1, 2].map(() => hasher.verifyPassword({ password: bytes('other'), hash: other }))
  const checks = ['sesame', 'Sesame', 'sesame'].map((text) => hasher.verifyPassword({ password: bytes(text), hash }))
  expect(await Promise.all(checks)).toEqual([true, false, true])
  expect(await Promise.all(busy)).toEqual([true, true])
})

test('a new hash of the same password is checked anew', async () => {
  const hasher = newHasher(cheap)
  const [one, two] = await Promise.all([1, 2].map(() => hasher.hashPassword({ password: bytes('sesame') })))
  expect(await hasher.verifyPassword({ password: bytes('sesame'), hash: one })).toBe(true)
  expect(await hasher.verifyPassword({ password: bytes('Sesame'), hash: two })).toBe(false)
  expect(await hasher.verifyPassword({ password: bytes('sesame'), hash: two })).toBe(true)
})

test('checks against nothing are few, and nobody waits behind them', async () => {
  const hasher = newHasher({ ...cheap, atOnce: 1 })
  const hash = await hasher.hashPassword({ password: bytes('sesame') })
  const done: string[] = []
  const check = (hash: string | undefined) =>
    hasher.verifyPassword({ password: bytes('sesame'), hash }).then((isRight) => done.push(isRight ? 'right' : 'wrong'))
  const dummies = Array.from({ length: 9 }, () => check(undefined))
  await expect(check(undefined)).rejects.toBeInstanceOf(Overloaded)
  await Promise.all([...dummies, check(hash)])
  expect(done.indexOf('right')).toBe(1)
})

test('a check does not wait behind the hashes of an import', async () => {
  const hasher = newHasher({ ...cheap, atOnce: 1 })
  const hash = await hasher.hashPassword({ password: bytes('sesame') })
  const done: string[] = []
  const imported = Array.from({ length: 20 }, async () => {
    await hasher.hashPassword({ password: bytes('imported') })
    done.push('hash')
  })
  const checked = hasher.verifyPassword({ password: bytes('sesame'), hash }).then(() => done.push('check'))
  await Promise.all([...imported, checked])
  expect(done.indexOf('check')).toBe(1)
})
