// Version 2's bytes, written and read by hand: the tests of the started program share no code with it, so that a mistake in
// its packets cannot hide in its own mirror. Layouts: docs/protocol/commands.md.

/** Command codes of both directions, as they stand on the wire. */
export const code = {
  ack: 0x000a,
  sendMessage: 0x010e,
  login: 0x03e8,
  register: 0x03fc,
  contacts: 0x0406,
  keepAlive: 0x042e,
  textCode: 0x0438,
  confirmStored: 0x0442,
  fetchStored: 0x044c,
  messageToNewUser: 0x0456,
  searchUin: 0x041a,
  searchUser: 0x0424,
  infoRequest: 0x0460,
  extInfoRequest: 0x046a,
  changePassword: 0x049c,
  newUserInfo: 0x04a6,
  updateExtInfo: 0x04b0,
  queryServers: 0x04ba,
  queryAddons: 0x04c4,
  changeStatus: 0x04d8,
  openRegistration: 0x04ec,
  updateInfo: 0x050a,
  keepAlive2: 0x051e,
  windowState: 0x0528,
  addToList: 0x053c,
  invisibleTo: 0x06a4,
  visibleTo: 0x06ae,
  forcedOffline: 0x0028,
  newUin: 0x0046,
  loginReply: 0x005a,
  badPassword: 0x0064,
  online: 0x006e,
  offline: 0x0078,
  userFound: 0x008c,
  searchEnd: 0x00a0,
  newUserReply: 0x00b4,
  updateExtReply: 0x00c8,
  stored: 0x00dc,
  storedEnd: 0x00e6,
  notConnected: 0x00f0,
  tryAgain: 0x00fa,
  message: 0x0104,
  infoReply: 0x0118,
  extInfoReply: 0x0122,
  invalidUin: 0x012c,
  passwordReply: 0x0140,
  statusUpdate: 0x01a4,
  updateReply: 0x01e0,
  contactsEnd: 0x021c,
} as const

/** One byte. */
export const u8 = (number: number): Buffer => Buffer.from([number])

/** Two bytes, the low one first. */
export const u16 = (number: number): Buffer => Buffer.from([number & 255, (number >>> 8) & 255])

/** Four bytes, the low one first. */
export const u32 = (number: number): Buffer => Buffer.concat([u16(number & 0xffff), u16(number >>> 16)])

/** A text with its length, NUL included, before it and the NUL behind it. */
export const str = (text: string | Buffer): Buffer => {
  const bytes = Buffer.from(text as string, 'latin1')
  return Buffer.concat([u16(bytes.length + 1), bytes, u8(0)])
}

export const join = (...parts: readonly Buffer[]): Buffer => Buffer.concat(parts)

/** A contact list with a count of one byte, as all known clients send it. */
export const uins = (...numbers: readonly number[]): Buffer => join(u8(numbers.length), ...numbers.map(u32))

/** The body of 010E and 0456. */
export const messageBody = (to: number, text: string | Buffer, type = 1): Buffer => join(u32(to), u16(type), str(text))

/** The body of 0438; all known clients send the code 5. */
export const textCodeBody = (text: string): Buffer => join(str(text), u16(5))

export interface LoginFields {
  readonly password: string
  readonly status?: number
  /** Of the peer-to-peer protocol: 2 for the oldest clients, 3 for younger ones. */
  readonly tcpVersion?: number
  readonly loginSeq?: number
}

/** The body of 03E8 as the oldest clients write it. */
export const loginBody = ({ password, status = 0, tcpVersion = 3, loginSeq = 2 }: LoginFields): Buffer =>
  join(
    u32(1234),
    str(password),
    u16(0x78),
    u16(0),
    Buffer.from([10, 0, 0, 2]),
    u8(4),
    u32(status),
    u32(tcpVersion),
    u16(loginSeq),
    u32(0),
    u16(8),
    u16(0x78),
  )

/** The body of 03FC as Licq writes it. */
export const registerBody = (password: string, regSeq = 2): Buffer =>
  join(u16(regSeq), str(password), u32(0x72), u32(0))

/** The text at `offset` of a body. Fails when its length or its NUL is wrong. */
function readStr(body: Buffer, offset: number): string {
  const length = body.readUInt16LE(offset)
  const end = offset + 2 + length
  if (length === 0 || end > body.length || body[end - 1] !== 0) throw new Error(`no text at ${offset}`)
  return body.toString('latin1', offset + 2, end - 1)
}

/** The four texts of a short profile, or of a search. */
export const namesBody = ({ nick = '', first = '', last = '', email = '' }: Partial<Names>): Buffer =>
  join(str(nick), str(first), str(last), str(email))

export interface Names {
  readonly nick: string
  readonly first: string
  readonly last: string
  readonly email: string
}

/** What 008C and 0118 say; `rest` is what follows the authorization. */
export function readFound(
  body: Buffer,
): Names & { readonly subSeq: number; readonly uin: number; readonly auth: number; readonly rest: number } {
  const [nick, first, last, email] = readStrs(body, 6, 4) as [string, string, string, string]
  const end = 6 + [nick, first, last, email].reduce((sum, text) => sum + text.length + 3, 0)
  const [subSeq, uin, auth] = [body.readUInt16LE(0), body.readUInt32LE(2), body.readUInt8(end)]
  return { subSeq, uin, nick, first, last, email, auth, rest: body.length - end - 1 }
}

/** So many texts, one behind the other. */
function readStrs(body: Buffer, offset: number, count: number): string[] {
  const texts: string[] = []
  for (let at = offset; texts.length < count; at += (texts.at(-1) as string).length + 3) texts.push(readStr(body, at))
  return texts
}

/** What 0104 says. */
export const readMessage = (body: Buffer): { from: number; type: number; text: string } => ({
  from: body.readUInt32LE(0),
  type: body.readUInt16LE(4),
  text: readStr(body, 6),
})

/** What 00DC says; `at` in milliseconds since 1970, to the minute. */
export const readStored = (body: Buffer): { from: number; type: number; text: string; at: number } => ({
  from: body.readUInt32LE(0),
  at: Date.UTC(body.readUInt16LE(4), body.readUInt8(6) - 1, body.readUInt8(7), body.readUInt8(8), body.readUInt8(9)),
  type: body.readUInt16LE(10),
  text: readStr(body, 12),
})

/** What 006E says; the addresses as they stand on the wire. */
export const readOnline = (
  body: Buffer,
): { uin: number; ip: string; port: number; realIp: string; flag: number; status: number; tcpVersion: number } => ({
  uin: body.readUInt32LE(0),
  ip: body.subarray(4, 8).join('.'),
  port: body.readUInt32LE(8),
  realIp: body.subarray(12, 16).join('.'),
  flag: body.readUInt8(16),
  status: body.readUInt32LE(17),
  tcpVersion: body.readUInt32LE(21),
})

/** What 01A4 says. */
export const readStatus = (body: Buffer): { uin: number; status: number } => ({
  uin: body.readUInt32LE(0),
  status: body.readUInt32LE(4),
})
