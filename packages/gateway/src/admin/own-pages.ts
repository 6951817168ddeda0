import type { MiddlewareHandler } from 'hono'
import { mayConnect } from '../origin.ts'
import { Refusal } from './refusal.ts'

/**
 * Refuses what another site's page has its browser ask. A cookie knows no ports, so the browser sends ours along when a page
 * of the chat on the same machine asks; only what browsers say of the asking page tells it apart. Programs say nothing.
 */
export const ownPages: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('sec-fetch-site')
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (isForeign || !mayConnect(context.req.header('origin'), context.req.header('host'), [])) {
    throw new Refusal(403, 'Only the pages of this server may ask that.')
  }
  await next()
}
