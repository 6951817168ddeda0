// Bots: handlers, and a user who stays on line.
export { type AnyBot, Bot, type BotOptions, type BotState, type StartOptions, usualFlood, usualPace } from './bot.ts'
export type { Middleware, Next } from './compose.ts'
export { Composer, type Part } from './composer.ts'
export type { CommandContext, Context, HearsContext, TextOf, WhoOf } from './context.ts'
export type { BotCounters, FloodLimit } from './desk.ts'
export type { Trigger } from './hears.ts'
export { memorySessions, type SessionOptions, type SessionStore, session } from './session.ts'
