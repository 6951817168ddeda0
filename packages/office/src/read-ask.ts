import type { z } from 'zod'
import type { Declared } from './declare.ts'

/** What somebody asks, checked; or a sentence that says what is wrong with it. */
export type Read<Ask> = { readonly ask: Ask } | { readonly complaint: string }

/** Checks what came over a wire against a declaration. */
export function readAsk<One extends Declared>({ ask: schema }: One, value: unknown): Read<z.output<One['ask']>> {
  const { data, error } = schema.safeParse(value)
  if (!error) return { ask: data as z.output<One['ask']> }
  const [issue] = error.issues
  const where = issue?.path.join('.') ?? ''
  const what = (issue?.message ?? 'wrong').replace(/^Invalid input: /, '')
  return { complaint: where === '' ? `The request is wrong: ${what}.` : `${where} is wrong: ${what}.` }
}

/**
 * Makes an ask of texts, as a path or a query has them: what the declaration wants as a number, a truth or an array is read as
 * JSON. What cannot be read stays as it is, for `readAsk` to complain about.
 */
export function askFromTexts({ ask }: Declared, texts: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const field = ask.shape[name] as z.ZodType | undefined
      return [name, field === undefined || field.safeParse(text).success ? text : fromJson(text)]
    }),
  )
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
