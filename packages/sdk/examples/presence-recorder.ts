// Writes down who of its contacts comes and goes, as lines of `time,UIN,status`, and tells whoever asks: /seen 1001.
import { appendFileSync } from 'node:fs'
import { Bot, type BotOptions } from '@seekyou/sdk'
import { run } from './run.ts'

export function presenceRecorder({ file, ...options }: BotOptions & { readonly file: string }): Bot {
  const seen = new Map<number, string>()
  const bot = new Bot(options)
  bot.on(['online', 'statusChanged', 'offline'], ({ event }) => {
    const at = new Date(bot.wall()).toISOString()
    const status = event.type === 'offline' ? 'offline' : event.status
    seen.set(event.uin, `${status} since ${at}`)
    appendFileSync(file, `${at},${event.uin},${status}\n`)
  })
  bot.command('seen', (ctx) => ctx.reply(`${ctx.arguments}: ${seen.get(Number(ctx.arguments)) ?? 'never seen'}`))
  return bot
}

if (import.meta.main) {
  await run(
    (options, { contacts = '', file }) => {
      const uins = contacts.split(',').filter(Boolean).map(Number)
      return presenceRecorder({ ...options, contacts: uins, file: file! })
    },
    'contacts',
    'file',
  )
}
