import { type Declared, type Meet, requests } from '@seekyou/office'
import { type Context, Hono } from 'hono'
import { askIn } from './read-ask.ts'

/** Meets a request whose name is not known until it runs. */
type MeetAny = (name: string, ask: unknown, by: string) => Promise<unknown>

/** In bytes; enough to import some ten thousand accounts at once. */
const bodyMax = 8 * 1_024 * 1_024

/** A route for every request that the office declares for HTTP. `by` says who asks, for the audit log. */
export function requestRoutes(meet: Meet, by: (context: Context) => string): Hono {
  const app = new Hono()
  for (const [name, declared] of Object.entries<Declared>(requests)) {
    if (!declared.http) continue
    const { method, path } = declared.http
    // `/users/{uin}` in the words of the router.
    app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      const ask = await askIn(context, declared, bodyMax)
      return context.json((await (meet as MeetAny)(name, ask, by(context))) as object)
    })
  }
  return app
}
