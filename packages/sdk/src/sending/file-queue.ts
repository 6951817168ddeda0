import { uin } from '@seekyou/language'
import { type Journal, openJournal } from '@seekyou/node-edge'
import type { QueuedMessage, QueueStore } from './queue-store.ts'

/** The file is written anew when so many of its lines say nothing any more. */
const wasteMax = 1_000

/**
 * A queue in a file, which is made if need be: what was written and not accepted is sent by the next process that is given the same
 * file. One user and one process at a time. A message is on the disk before it is sent. Rejects with the system's error.
 */
export function fileQueue(path: string): QueueStore {
  /** Insertion order is the order in which they were written. */
  const waiting = new Map<string, QueuedMessage>()
  let journal: Journal | undefined
  let waste = 0

  async function write(line: Line): Promise<void> {
    journal ??= await openJournal(path)
    await journal.append(JSON.stringify(line))
  }

  return {
    async load() {
      await journal?.close()
      journal = await openJournal(path)
      waiting.clear()
      for (const text of journal.lines) {
        const line = readLine(text)
        for (const message of line.save ?? [])
          waiting.set(message.id, { ...message, to: uin(message.to), text: bytesOf(message.text) })
        if (line.remove !== undefined) waiting.delete(line.remove)
      }
      if (journal.lines.length > waiting.size) await journal.rewrite(linesOf(waiting))
      return [...waiting.values()]
    },
    async save(messages) {
      await write({ save: messages.map(sealed) })
      for (const message of messages) waiting.set(message.id, message)
    },
    async remove(id) {
      await write({ remove: id })
      waiting.delete(id)
      waste += 2
      if (waste < wasteMax) return
      waste = 0
      await journal?.rewrite(linesOf(waiting))
    },
    async close() {
      await journal?.close()
      journal = undefined
    },
  }
}

interface Sealed extends Omit<QueuedMessage, 'text' | 'to'> {
  readonly to: number
  /** Hexadecimal. */
  readonly text: string
}

interface Line {
  readonly save?: readonly Sealed[]
  readonly remove?: string
}

const sealed = ({ text, ...message }: QueuedMessage): Sealed => ({ ...message, text: hexOf(text) })

const linesOf = (waiting: ReadonlyMap<string, QueuedMessage>): string[] =>
  Array.from(waiting.values(), (message) => JSON.stringify({ save: [sealed(message)] } satisfies Line))

/** A line that nobody can read says nothing. */
function readLine(text: string): Line {
  try {
    return JSON.parse(text) as Line
  } catch {
    return {}
  }
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
