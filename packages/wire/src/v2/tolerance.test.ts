// How the decoder reads what 1998's programs really sent. Encoders always write the canonical form.
import { describe, expect, test } from 'vitest'
import { bytesOf, latin } from '../testing/bytes.ts'
import { clientPackets, serverPackets } from './catalogue.ts'

const five = '87 D6 12 00 01 00'
const uins = (count: string, list: string) => clientPackets.contactList.decode(bytesOf(`${count} ${list}`))

describe('contact lists', () => {
  test('the count has one byte or two, and the size decides which', () => {
    expect(uins('02', 'B1 CB 74 00 47 F4 10 00')).toEqual({ uins: [7654321, 1111111] })
    expect(uins('02 00', 'B1 CB 74 00 47 F4 10 00')).toEqual({ uins: [7654321, 1111111] })
    expect(uins('00', '')).toEqual({ uins: [] })
    expect(uins('00 00', '')).toEqual({ uins: [] })
  })

  test('the size is believed more than the count', () => {
    expect(uins('09', 'B1 CB 74 00')).toEqual({ uins: [7654321] })
    expect(uins('00', 'B1 CB 74 00')).toEqual({ uins: [7654321] })
    expect(uins('FF FF', 'B1 CB 74 00')).toEqual({ uins: [7654321] })
  })

  test('with any other size the count is believed and the rest trails', () => {
    expect(uins('01', 'B1 CB 74 00 AA BB')).toEqual({ uins: [7654321], trailing: bytesOf('AA BB') })
    expect(uins('01', 'B1 CB 74 00 47 F4 10 00 AA BB')).toEqual({
      uins: [7654321],
      trailing: bytesOf('47 F4 10 00 AA BB'),
    })
    expect(uins('00', 'B1 CB 74')).toEqual({ uins: [], trailing: bytesOf('B1 CB 74') })
  })

  test('what can be read of a list that ends too early is read', () => {
    expect(uins('02', 'B1 CB 74 00 AA BB')).toEqual({ uins: [7654321], trailing: bytesOf('AA BB') })
    expect(uins('02', 'B1 CB 74 00 AA BB CC')).toEqual({ uins: [7654321], trailing: bytesOf('AA BB CC') })
    expect(uins('01', 'B1 CB')).toEqual({ uins: [], trailing: bytesOf('B1 CB') })
    expect(uins('', '')).toEqual({ uins: [] })
  })

  test('a damaged first UIN is no fault', () => {
    expect(uins('02', '00 CB 74 00 47 F4 10 00')).toEqual({ uins: [7654144, 1111111] })
  })
})

describe('texts of messages', () => {
  const text = (hex: string) => clientPackets.sendMessage.decode(bytesOf(`${five} ${hex}`))

  test('LENGTH may leave the NUL out while it is there', () => {
    expect(text('05 00 48 65 6C 6C 6F 00')).toMatchObject({ text: latin('Hello'), trailing: bytesOf('00') })
  })

  test('the NUL may be missing', () => {
    expect(text('05 00 48 65 6C 6C 6F')).toMatchObject({ text: latin('Hello') })
  })

  test('an early NUL ends the text, several NULs too', () => {
    expect(text('06 00 48 69 00 21 21 00')).toMatchObject({ text: latin('Hi') })
    expect(text('05 00 48 69 00 00 00')).toMatchObject({ text: latin('Hi') })
  })

  test('LENGTH 0 and a lone NUL are empty', () => {
    expect(text('00 00')).toMatchObject({ text: latin('') })
    expect(text('01 00 00')).toMatchObject({ text: latin('') })
  })
})

describe('texts whose LENGTH has its high byte first', () => {
  const text = (hex: string) => clientPackets.sendMessage.decode(bytesOf(`${five} ${hex}`))

  test('are read when nothing else fits', () => {
    expect(text('00 06 48 65 6C 6C 6F 00')).toMatchObject({ text: latin('Hello') })
    expect(text('00 05 48 65 6C 6C 6F')).toMatchObject({ text: latin('Hello') })
    expect(text('00 06 48 65 6C 6C 6F 00 99')).toMatchObject({ text: latin('Hello'), trailing: bytesOf('99') })
  })

  test('are a fault when they do not end there', () => {
    expect(text('00 04 48 65 6C 6C 6F 00')).toMatchObject({ fault: 'truncated', field: 'text', wanted: 0x0400 })
    expect(text('00 07 48 65 6C 6C 6F 00')).toMatchObject({ fault: 'truncated', field: 'text', wanted: 0x0700 })
  })

  test('may be several in a row', () => {
    const names = '00 02 41 00 00 01 00 00 01 00 00 01 00'
    const found = { nick: latin('A'), first: latin(''), last: latin(''), email: latin('') }
    expect(clientPackets.searchUser.decode(bytesOf(`05 00 ${names}`))).toEqual({ subSeq: 5, ...found })
  })
})

test('junk after packets without parameters trails', () => {
  expect(clientPackets.requestStoredMessages.decode(bytesOf('13 00 05 00'))).toEqual({
    trailing: bytesOf('13 00 05 00'),
  })
})

describe('sendTextCode', () => {
  const decode = (hex: string) => clientPackets.sendTextCode.decode(bytesOf(hex))
  const off = '42 5F 55 53 45 52 5F 44 49 53 43 4F 4E 4E 45 43 54 45 44'
  const signOff = { text: latin('B_USER_DISCONNECTED'), code: 5 }

  test('the text ends at its NUL, whatever LENGTH says', () => {
    expect(decode(`14 00 ${off} 00 05 00`)).toEqual(signOff)
    expect(decode(`20 00 ${off} 00 05 00`)).toEqual(signOff)
    expect(decode(`13 00 ${off} 00 05 00`)).toEqual(signOff)
    expect(decode(`00 00 ${off} 00 05 00`)).toEqual(signOff)
  })

  test('junk after the code trails', () => {
    expect(decode(`14 00 ${off} 00 05 00 99`)).toEqual({ ...signOff, trailing: bytesOf('99') })
  })

  test('without a NUL the code still ends the packet', () => {
    expect(decode(`13 00 ${off} 05 00`)).toEqual(signOff)
    expect(decode(`20 00 ${off} 05 00`)).toEqual(signOff)
  })

  test('the code may be missing', () => {
    expect(decode(`14 00 ${off} 00`)).toEqual({ ...signOff, code: 0 })
    expect(decode(`13 00 ${off}`)).toEqual({ ...signOff, code: 0 })
  })

  test('nothing but a code is an empty text', () => {
    expect(decode('00 00 05 00')).toEqual({ text: latin(''), code: 5 })
    expect(decode('01 00')).toEqual({ text: latin(''), code: 0 })
    expect(decode('01')).toMatchObject({ fault: 'truncated', field: 'text' })
  })
})

describe('login', () => {
  const strict = 'D2 04 00 00 07 00 73 65 63 72 65 74 00'
  const decode = (hex: string) => clientPackets.login.decode(bytesOf(hex))

  test('everything after the password has a default', () => {
    expect(decode(strict)).toEqual({
      tcpPort: 1234,
      password: latin('secret'),
      clientBuild: 0,
      clientBuildHigh: 0,
      localIp: 0,
      tcpFlag: 6,
      status: 0,
      tcpVersion: 0,
      loginSeq: 0,
      x4: 0,
      x5Low: 0,
      x5Build: 0,
    })
  })

  test('half a field is not read, and nothing after it', () => {
    const value = decode(`${strict} 78 00 00 00 0A 00 00 02 04 20 00`)
    expect(value).toMatchObject({
      localIp: 0x0a000002,
      tcpFlag: 4,
      status: 0,
      tcpVersion: 0,
      trailing: bytesOf('20 00'),
    })
  })

  test('another arrangement of the last ten bytes is no fault', () => {
    const value = decode(`${strict} 78 00 00 00 0A 00 00 02 04 00 00 00 00 02 00 00 00 01 00 00 00 00 00 00 00 78 00`)
    expect(value).toMatchObject({ tcpVersion: 2, loginSeq: 1, x5Build: 0x78 })
  })

  test('a cut password is a fault', () => {
    expect(decode('D2 04 00 00 07 00 73 65')).toMatchObject({ fault: 'truncated', field: 'password' })
  })
})

test('a registration counts the NUL of its password or has none', () => {
  const expected = { regSeq: 2, password: latin('efg'), build: 0x72, zero: 0 }
  const tail = '72 00 00 00 00 00 00 00'
  expect(clientPackets.newUserReg.decode(bytesOf(`02 00 04 00 65 66 67 00 ${tail}`))).toEqual(expected)
  expect(clientPackets.newUserReg.decode(bytesOf(`02 00 03 00 65 66 67 ${tail}`))).toEqual(expected)
})

test('a registration may end after its password', () => {
  const expected = { regSeq: 2, password: latin('efg'), build: 0, zero: 0 }
  expect(clientPackets.newUserReg.decode(bytesOf('02 00 04 00 65 66 67 00'))).toEqual(expected)
  expect(clientPackets.newUserReg.decode(bytesOf('02 00 03 00 65 66 67'))).toEqual(expected)
  expect(clientPackets.newUserReg.decode(bytesOf('02 00 03 00 65 66'))).toMatchObject({ fault: 'truncated' })
})

test('a search by names may lack the sub-sequence', () => {
  const texts = '02 00 41 00 01 00 00 01 00 00 01 00 00'
  const found = { nick: latin('A'), first: latin(''), last: latin(''), email: latin('') }
  expect(clientPackets.searchUser.decode(bytesOf(`05 00 ${texts}`))).toEqual({ subSeq: 5, ...found })
  expect(clientPackets.searchUser.decode(bytesOf(texts))).toEqual({ subSeq: 0, ...found })
  expect(clientPackets.searchUser.decode(bytesOf('05 00 02 00'))).toMatchObject({ fault: 'truncated' })
  const long = new Uint8Array(300).fill(65)
  const longTexts = Uint8Array.of(0x2d, 1, ...long, 0, ...bytesOf('01 00 00 01 00 00 01 00 00'))
  expect(clientPackets.searchUser.decode(longTexts)).toEqual({ subSeq: 0, ...found, nick: long })
})

test.each(['infoRequest', 'extInfoRequest'] as const)('%s may be a UIN alone', (name) => {
  expect(clientPackets[name].decode(bytesOf('0A 00 8F 76 20 00'))).toEqual({ subSeq: 10, target: 2127503 })
  expect(clientPackets[name].decode(bytesOf('8F 76 20 00'))).toEqual({ subSeq: 0, target: 2127503 })
})

test.each(['newUserInfo', 'updateInfo'] as const)('%s has a sub-sequence and may lack the authorization', (name) => {
  const profile = '12 00 02 00 4E 00 01 00 00 01 00 00 01 00 00'
  const value = { subSeq: 18, nick: latin('N'), first: latin(''), last: latin(''), email: latin('') }
  expect(clientPackets[name].decode(bytesOf(`${profile} 00`))).toEqual({ ...value, auth: 0 })
  expect(clientPackets[name].decode(bytesOf(profile))).toEqual(value)
})

test('an extended profile may lack the postal code', () => {
  const fields = '01 00 00 2E 00 FE 01 00 00 1E 00 02 01 00 00 01 00 00 01 00 00'
  expect(clientPackets.updateExtInfo.decode(bytesOf(`02 00 ${fields}`))).not.toHaveProperty('zip')
  expect(clientPackets.updateExtInfo.decode(bytesOf(`02 00 ${fields} FF FF FF FF`))).toHaveProperty('zip', 0xffff_ffff)
})

test.each(['extInfoFail', 'invalidUin', 'userOffline'] as const)('%s names the number', (name) => {
  expect(serverPackets[name].decode(bytesOf('B1 CB 74 00'))).toMatchObject({
    [serverPackets[name].fields.at(-1)!.name]: 7654321,
  })
})

test('a refused login may be empty', () => {
  expect(serverPackets.badPassword.decode(bytesOf(''))).toEqual({ loginSeq: 0, uin: 0 })
})

test('unknown kinds, statuses and flags survive', () => {
  expect(clientPackets.sendMessage.decode(bytesOf('01 00 00 00 CD AB 00 00'))).toMatchObject({ kind: 0xabcd })
  expect(clientPackets.statusChange.decode(bytesOf('EF BE AD DE'))).toEqual({ status: 0xdeadbeef })
})
