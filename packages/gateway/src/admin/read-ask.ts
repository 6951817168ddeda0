import { askFromTexts, type Declared, readAsk } from '@seekyou/office'
import type { Context } from 'hono'
import { Refusal } from './refusal.ts'

/**
 * What a request over HTTP asks, checked: the names in its path, and its query or the JSON object in its body, of at most
 * `bodyMax` bytes.
 */
export async function askIn(context: Context, declared: Declared, bodyMax: number): Promise<unknown> {
  const hasBody = !['GET', 'HEAD', 'DELETE'].includes(context.req.method)
  const given = hasBody ? await bodyOf(context, bodyMax) : askFromTexts(declared, context.req.query())
  const read = readAsk(declared, { ...given, ...askFromTexts(declared, context.req.param()) })
  if ('complaint' in read) throw new Refusal(400, read.complaint)
  return read.ask
}

/** The JSON object in the body; without a body an empty one. */
async function bodyOf(context: Context, bodyMax: number): Promise<object> {
  const text = await textOf(context.req.raw.body, bodyMax)
  if (text === '') return {}
  // Another site's form cannot say this without its browser asking us first.
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new Refusal(415, 'Send JSON, with the header Content-Type: application/json.')
  }
  const body = parsed(text)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  throw new Refusal(400, 'The body is no JSON object.')
}

async function textOf(body: ReadableStream<Uint8Array> | null, bodyMax: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.length
    if (size > bodyMax) throw new Refusal(413, `Send at most ${bodyMax / 1_024} KiB at a time.`)
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
