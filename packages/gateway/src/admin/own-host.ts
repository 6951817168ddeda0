import { parseIp4 } from '@seekyou/language'
import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'

/**
 * Refuses requests under names that are neither ours nor below one of ours. A page of another site whose name was made to point here (DNS rebinding) is of
 * the same origin in the eyes of its browser, but says that name. Nobody can make an address or `localhost` point elsewhere.
 */
export function ownHost(hosts: readonly string[]): MiddlewareHandler {
  const names = ['localhost', ...hosts.map((host) => host.toLowerCase())]
  const isOurs = (name: string): boolean =>
    name.startsWith('[') ||
    parseIp4(name) !== undefined ||
    names.some((own) => name === own || name.endsWith(`.${own}`))
  return async (context, next) => {
    if (!isOurs(nameIn(context.req.header('host') ?? ''))) {
      throw new Refusal(421, 'This server does not go by that name: use its IP address, or have the name configured.')
    }
    await next()
  }
}

/** `[::1]:8081`, `127.0.0.1:8081` and `chat.example.org` without their ports. */
const nameIn = (host: string): string => (/^(\[[0-9a-f:.]+\]|[^:]*)(?::\d{1,5})?$/i.exec(host)?.[1] ?? '').toLowerCase()
