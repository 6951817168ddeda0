import type { z } from 'zod'

/** How a request is asked over HTTP, under `/api`. `{uin}` in a path is that field of the ask; `get` and `delete` take the rest as a query, the others as a JSON object. */
export interface Http {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: `/${string}`
}

/** One thing that may be asked of the office. */
export interface Declared {
  readonly ask: z.ZodObject
  readonly answer: z.ZodObject
  /** One sentence for documents and pages. */
  readonly about: string
  /** Meeting it changes something: it needs the right to, and is written into the audit log. */
  readonly changes: boolean
  /** Undefined: it cannot be asked over HTTP, or the gateway has a way of its own for it. */
  readonly http?: Http
}

/** One declaration, with its exact types. */
export const declare = <const One extends Declared>(one: One): One => one
