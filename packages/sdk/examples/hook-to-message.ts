// Web-hook to message: whoever knows the token may POST { "to": 1001, "text": "The build is broken." } and has it delivered.

import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { Bot, type BotOptions, SendError } from '@seekyou/sdk'
import { run } from './run.ts'

export interface HookOptions extends BotOptions {
  readonly token: string
}

const bodyMax = 10_000

export function hookToMessage({ token, ...options }: HookOptions): { readonly bot: Bot; readonly server: Server } {
  const bot = new Bot(options)
  const server = createServer(async (request, response) => {
    const [status, said] = await answer(bot, token, request).catch(() => [500, 'something went wrong'] as const)
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${said}\n`)
  })
  return { bot, server }
}

async function answer(bot: Bot, token: string, request: IncomingMessage): Promise<readonly [number, string]> {
  if (!isRight(request.headers.authorization ?? '', `Bearer ${token}`)) return [401, 'wrong token']
  if (request.method !== 'POST') return [405, 'POST, please']
  const order = readOrder(await bodyOf(request))
  if (!order) return [400, 'send {"to": 1001, "text": "hello"}']
  if (bot.state !== 'online') return [503, 'not on line at the moment']
  try {
    await bot.user.send(order.to, order.text)
    return [202, 'sent']
  } catch (error) {
    if (error instanceof SendError) return [502, error.message]
    throw error
  }
}

function isRight(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Reads it to its end, whatever its length, so that the answer gets through; keeps no more than is needed to see that it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request.setEncoding('utf8')) if (body.length <= bodyMax) body += piece
  return body.length > bodyMax ? '' : body
}

function readOrder(body: string): { readonly to: number; readonly text: string } | undefined {
  try {
    const { to, text } = JSON.parse(body) as { to: unknown; text: unknown }
    const isUin = typeof to === 'number' && Number.isInteger(to) && to > 0 && to <= 0xffff_ffff
    return isUin && typeof text === 'string' && text !== '' ? { to, text } : undefined
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  await run((options, { token, port = '8080' }) => {
    const { bot, server } = hookToMessage({ ...options, token: token! })
    server.listen(Number(port), '127.0.0.1')
    server.unref()
    return bot
  }, 'token')
}
