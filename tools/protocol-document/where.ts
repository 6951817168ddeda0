// Where in the source a packet is declared, what it means, and who deals with it: found by name, so that it cannot be wrong.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v2Client, v2Server } from '@seekyou/dialect'
import { clientFraming, isFault, type Schema, serverFraming } from '@seekyou/wire'
import { sampleOf } from './example.ts'
import { bytesOf, goldensOf } from './golden-bytes.ts'

/** A file that is linked to, from the root of the repository. */
export interface Place {
  readonly what: 'schema' | 'phrase' | 'handler'
  readonly path: string
}

/** The schema of a packet, the phrases in which it is heard or spoken, and for intents their handlers. */
export function placesOf(root: string, schema: Schema): readonly Place[] {
  const { from, name } = schema
  const folder = from === 'peer' ? 'packages/wire/src/peer' : `packages/wire/src/v2/${from}`
  const places: Place[] = [{ what: 'schema', path: declared(root, folder, name) }]
  for (const meaning of meaningsOf(schema)) {
    const phrases = `packages/dialect/src/v2/${from === 'client' ? 'intents' : 'events'}`
    places.push({ what: 'phrase', path: declared(root, phrases, meaning) })
    if (from === 'client') {
      places.push({
        what: 'handler',
        path: handledElsewhere[meaning] ?? declared(root, 'packages/service/src', meaning),
      })
    }
  }
  return places.filter((place, at) => places.findIndex(({ path }) => path === place.path) === at)
}

/** What the node answers by itself, and what needs no file of its own. */
const handledElsewhere: Readonly<Record<string, string>> = {
  signOn: 'packages/server/src/strangers.ts',
  signOff: 'packages/server/src/conversation.ts',
  demandAnswer: 'packages/server/src/conversation.ts',
  openRegistration: 'packages/server/src/strangers.ts',
  fetchStoredMessages: 'packages/server/src/fetch.ts',
  confirmStoredMessages: 'packages/service/src/handlers.ts',
  formality: 'packages/service/src/handlers.ts',
}

const server = v2Server()
const client = v2Client()

/** The intents or events that are heard in a packet's golden bytes, or in a sample when there are none. */
function meaningsOf(schema: Schema): ReadonlySet<string> {
  if (schema.from === 'peer') return new Set()
  const goldens = goldensOf(schema.from, schema.name).map(({ bytes }) => bytesOf(bytes))
  const meanings = (goldens.length > 0 ? goldens : [sampleOf(schema)]).flatMap((bytes) => heardIn(schema.from, bytes))
  return new Set(meanings)
}

function heardIn(from: Schema['from'], bytes: Uint8Array): string[] {
  const frame = from === 'client' ? clientFraming.open(bytes) : serverFraming.open(bytes)
  if (isFault(frame)) return []
  const heard = from === 'client' ? server.hear(frame) : client.hear(frame)
  if (typeof heard === 'string') return []
  if ('intent' in heard) return [heard.intent.name]
  return 'event' in heard ? [heard.event.name] : []
}

/** The file under `folder` that exports `name`. */
function declared(root: string, folder: string, name: string): string {
  const declaration = new RegExp(`^export (const|function\\*?) ${name}\\b`, 'm')
  const file = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .find((file) => declaration.test(readFileSync(join(root, folder, file), 'utf8')))
  if (!file) throw new Error(`no file under ${folder} exports ${name}`)
  return `${folder}/${file}`
}
