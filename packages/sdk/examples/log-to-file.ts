// Writes whatever it is told to a file, one JSON object a line.
import { appendFile } from 'node:fs/promises'
import { Bot, type BotOptions } from '@seekyou/sdk'
import { run } from './run.ts'

export function logToFile({ file, ...options }: BotOptions & { readonly file: string }): Bot {
  const bot = new Bot(options)
  let written = Promise.resolve()
  bot.on(['message', 'url', 'contacts', 'pager', 'email'], async (ctx) => {
    const { raw: _, sentAt, ...event } = ctx.event
    const line = `${JSON.stringify({ at: new Date(sentAt).toISOString(), ...event })}\n`
    // Different people are heard side by side; their lines go into the file one after another.
    const writing = written.then(() => appendFile(file, line))
    written = writing.catch(() => {})
    await writing
  })
  return bot
}

if (import.meta.main) await run((options, more) => logToFile({ ...options, file: more.file! }), 'file')
