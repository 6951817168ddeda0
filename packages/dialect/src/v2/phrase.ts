// How one packet and one intent, or event, mean each other. A phrase is two-way: a server hears what a client speaks with the
// very same file.
import type { Event, EventName, Intent, IntentName } from '@seekyou/language'
import type { Patience } from '@seekyou/link'
import type { Frame, Schema } from '@seekyou/wire'
import type { Listener } from '../dialect.ts'

/** A packet about to be sent. */
export interface Words {
  readonly schema: Schema<object>
  readonly value: object
}

export const words = <Value extends object>(schema: Schema<Value>, value: Value): Words => ({ schema, value })

/** What a packet says: the content of an intent or event, and the mark of the request it makes or answers. */
interface Said<Content> {
  readonly content: Content
  readonly request: number
}

/** One packet in which something can be heard. */
export interface Hearing<Content> {
  readonly schema: Schema<object>
  /** Undefined: this packet says something else. */
  readonly read: (value: object, frame: Frame) => Said<Content> | undefined
}

/** Hears something in a packet. `request` takes out the mark of the request, where the packet has one. */
export function heardIn<Value extends object, Content>(
  schema: Schema<Value>,
  read: (value: Value, frame: Frame) => Content | undefined,
  request: (value: Value) => number = () => 0,
): Hearing<Content> {
  return {
    schema: schema as unknown as Schema<object>,
    read: (value, frame) => {
      const content = read(value as Value, frame)
      return content && { content, request: request(value as Value) }
    },
  }
}

type Content<Named> = Omit<Named, 'name'>

export interface IntentPhrase<Name extends IntentName> {
  readonly hear: readonly Hearing<Content<Intent<Name>>>[]
  readonly speak: (intent: Intent<Name>, request: number) => Words
}

export interface EventPhrase<Name extends EventName> {
  /** How hard a packet with this event is fought for. */
  readonly patience: Patience
  /** Nothing else may leave before it is acknowledged. */
  readonly alone?: boolean
  /** Events of one lane go one at a time. */
  readonly lane?: (event: Event<Name>) => number
  /** After this one, what still waits in its lane need not be said any more. */
  readonly supersedes?: boolean
  readonly hear: readonly Hearing<Content<Event<Name>>>[]
  /** Undefined: this version has no word for it. */
  readonly speak: (event: Event<Name>, request: number, listener: Listener) => Words | undefined
}
