// Passes on what its owner says to everybody who wants to hear it: /subscribe, /unsubscribe, and for the owner /announce.
import { Bot, type BotOptions } from '@seekyou/sdk'
import { run } from './run.ts'

export function announcer({ owner, ...options }: BotOptions & { readonly owner: number }): Bot {
  const subscribers = new Set<number>()
  const bot = new Bot(options)
  bot.command('subscribe', (ctx) => {
    subscribers.add(ctx.from)
    return ctx.reply('From here on you hear everything. /unsubscribe ends it.')
  })
  bot.command('unsubscribe', (ctx) => {
    subscribers.delete(ctx.from)
    return ctx.reply('You hear no more from me.')
  })
  bot.command('announce', async (ctx, next) => {
    if (ctx.from !== owner) return next()
    const sent = await Promise.allSettled([...subscribers].map((uin) => ctx.user.send(uin, ctx.arguments)))
    await ctx.reply(`Told ${sent.filter(({ status }) => status === 'fulfilled').length} of ${subscribers.size}.`)
  })
  bot.on('message', (ctx) => ctx.reply('Say /subscribe to hear what is announced here.'))
  return bot
}

if (import.meta.main) await run((options, more) => announcer({ ...options, owner: Number(more.owner) }), 'owner')
