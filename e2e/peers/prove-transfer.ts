// A large file from one process to another over real sockets: the same bytes, and no more memory for more of them.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { importUsers, newDataFolder, password, removeDataFolder, startServer } from '../started-server.ts'
import { RemotePerson } from './remote-person.ts'

const mebibyte = 2 ** 20
/** By how much memory may grow, whatever the size of the file. */
const growthMax = 64 * mebibyte
/** So large is a file after which everything is there that is needed for any. */
const warmUpMebibytes = 16
const [annUin, bobUin] = [1_001, 1_002]

export interface TransferProof {
  readonly checks: readonly { readonly what: string; readonly isTrue: boolean }[]
  readonly seconds: number
  /** Most memory above that before the transfer, in MiB. */
  readonly grownMiB: { readonly sender: number; readonly receiver: number }
}

/** Sends one file of this size between two processes that have signed on to a server of their own. */
export async function proveTransfer(mebibytes: number): Promise<TransferProof> {
  const [data, folder] = [await newDataFolder(), await mkdtemp(join(tmpdir(), 'seekyou-transfer-'))]
  const people: RemotePerson[] = []
  await importUsers(data, annUin, 2)
  const server = await startServer(data, { flags: ['--direct', 'on'] })
  try {
    const source = join(folder, 'large.bin')
    const sentHash = await writeFileOf(source, mebibytes)
    const place = { server: `${server.host}:${server.port}`, password, peers: {} }
    const [ann, bob] = [new RemotePerson(), new RemotePerson()]
    people.push(ann, bob)
    await bob.do('connect', { ...place, uin: bobUin, contacts: [annUin] })
    await ann.do('connect', { ...place, uin: annUin, contacts: [bobUin] })
    await Promise.all([ann.sees('user', 'online'), bob.sees('user', 'online')])
    const small = join(folder, 'small.bin')
    await writeFileOf(small, warmUpMebibytes)
    await transfer(ann, bob, small, join(folder, 'received'))
    const before = { ann: await ann.do('memory'), bob: await bob.do('memory') }
    const begun = performance.now()
    await transfer(ann, bob, source, join(folder, 'received'))
    const seconds = (performance.now() - begun) / 1_000
    const after = { ann: await ann.do('memory'), bob: await bob.do('memory') }
    const grown = { sender: after.ann.peak - before.ann.now, receiver: after.bob.peak - before.bob.now }
    const receivedHash = await hashOf(join(folder, 'received', 'large.bin'))
    return {
      seconds,
      grownMiB: { sender: grown.sender / mebibyte, receiver: grown.receiver / mebibyte },
      checks: [
        { what: 'the file that arrived has the SHA-256 of the one that was sent', isTrue: receivedHash === sentHash },
        { what: 'the memory of the sender stayed flat', isTrue: grown.sender < growthMax },
        { what: 'the memory of the receiver stayed flat', isTrue: grown.receiver < growthMax },
      ],
    }
  } finally {
    await Promise.all(people.map((person) => person.kill()))
    await server.stop()
    await Promise.all([removeDataFolder(data), rm(folder, { recursive: true, force: true })])
  }
}

async function transfer(ann: RemotePerson, bob: RemotePerson, path: string, folder: string): Promise<void> {
  await ann.do('sendFiles', bobUin, [path])
  await bob.sees('user', 'filesOffered')
  await bob.do('acceptFiles', { folder })
  await Promise.all([ann.do('transferred'), bob.do('transferred')])
}

/** Writes bytes that nobody could compress, and returns their SHA-256. */
async function writeFileOf(path: string, mebibytes: number): Promise<string> {
  const hash = createHash('sha256')
  async function* chunks() {
    for (let count = 0; count < mebibytes; count++) {
      const chunk = chunkOf(count)
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(chunks, createWriteStream(path))
  return hash.digest('hex')
}

/** One mebibyte, different for every number, from a small generator (xorshift). */
function chunkOf(number: number): Uint8Array {
  const words = new Uint32Array(mebibyte / 4)
  let word = (number + 1) * 0x9e37_79b9
  for (let index = 0; index < words.length; index++) {
    word ^= word << 13
    word ^= word >>> 17
    word ^= word << 5
    words[index] = word
  }
  return new Uint8Array(words.buffer)
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
