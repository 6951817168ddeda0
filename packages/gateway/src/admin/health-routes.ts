import { Hono } from 'hono'
import type { AdminOptions } from './admin-options.ts'

/** Whoever looks after processes does not wait for long: so many milliseconds are enough to say how one is. */
const patienceMs = 3_000

/** Whether the process is alive, and whether the server can do its work, for whoever looks after processes. They say nothing else. */
export function healthRoutes({ trouble, report }: Pick<AdminOptions, 'trouble' | 'report'>): Hono {
  const app = new Hono()
  app.get('/healthz', (context) => context.text('The server is alive.\n'))
  app.get('/readyz', async (context) => {
    const sentence = await inTime(Promise.resolve().then(trouble)).catch((error) => {
      report(error)
      return 'The server cannot say how it is.'
    })
    return sentence === undefined
      ? context.text('The server takes datagrams and keeps messages.\n')
      : context.text(`${sentence}\n`, 503)
  })
  return app
}

function inTime(answer: Promise<string | undefined>): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('The store does not answer.'), patienceMs)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
