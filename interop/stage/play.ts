/** Somebody with a client: a user at an address. Two of one number are two clients of the same user. */
export interface Actor {
  readonly name: string
  readonly uin: number
  /** Dotted. */
  readonly ip: string
  readonly port: number
  /** False: nobody has that number when the play begins. */
  readonly hasAccount: boolean
}

/** A packet in words: `loginReply 0 uin=1001`. What is not said is not compared, or has an ordinary value. */
export interface Words {
  /** As in the catalogue of `wire`. */
  readonly name: string
  readonly sequence: number | undefined
  readonly fields: ReadonlyMap<string, FieldValue>
}

/** What must be heard: words, or every byte. */
export type Heard = Words | Uint8Array

export type FieldValue = number | Uint8Array | readonly number[]

/** What happens at one line. `text` is the line as it is written. */
export type Step = { readonly line: number; readonly text: string } & (
  | { readonly kind: 'say'; readonly actor: Actor; readonly bytes: Uint8Array; readonly means: Words | undefined }
  /** These, in any order. */
  | { readonly kind: 'hear'; readonly actor: Actor; readonly what: readonly Heard[]; readonly acknowledges: boolean }
  | { readonly kind: 'nothing'; readonly actor: Actor }
  | { readonly kind: 'wait'; readonly ms: number }
)

/** What a play asks of the server, by the names of the program's options. */
export type ServerOptions = Readonly<Partial<Record<'registration' | 'direct' | 'enforceAuthorization', string>>>

/** A conversation: who takes part, what they say byte by byte, and what they must hear. Everything else is wrong. */
export interface Play {
  readonly file: string
  readonly title: string
  readonly options: ServerOptions
  readonly cast: readonly Actor[]
  readonly steps: readonly Step[]
}

/** How long the people of a play wait for their cues altogether, in milliseconds. */
export const waitingTime = ({ steps }: Play): number =>
  steps.reduce((sum, step) => sum + (step.kind === 'wait' ? step.ms : 0), 0)

/** A play that does not read or does not come true. */
export class PlayError extends Error {
  override readonly name = 'PlayError'
  constructor(file: string, line: number, text: string, trouble: string) {
    super(`${file}:${line}  ${text}\n${trouble}`)
  }
}
