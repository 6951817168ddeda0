// Message to web-hook: every message is POSTed as JSON to an address, and what that answers, if anything, is written back.
import { Bot, type BotOptions } from '@seekyou/sdk'
import { run } from './run.ts'

const patienceMs = 10_000

export function messageToHook({ url, ...options }: BotOptions & { readonly url: string }): Bot {
  const bot = new Bot(options)
  bot.on('message', async (ctx) => {
    const { from, text, sentAt } = ctx.event
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from, text, sentAt: new Date(sentAt).toISOString() }),
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(patienceMs)]),
    })
    if (!response.ok) throw new Error(`The web-hook answered ${response.status}.`)
    const answer = (await response.text()).trim()
    if (answer) await ctx.reply(answer)
  })
  bot.catch((error, ctx) => {
    console.error(error)
    return ctx?.reply('That did not get through. Try again later.')
  })
  return bot
}

if (import.meta.main) await run((options, more) => messageToHook({ ...options, url: more.url! }), 'url')
