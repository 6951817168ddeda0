import type { HttpBindings } from '@hono/node-server'
import { isLoopback } from '@seekyou/language'
import { openApi } from '@seekyou/office'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { askerOf } from '../forwarded.ts'
import { openPages } from '../pages.ts'
import { reportPath, secured } from '../security-headers.ts'
import { AdminCounts } from './admin-counts.ts'
import type { AdminOptions } from './admin-options.ts'
import { backupFile } from './backups.ts'
import { healthRoutes } from './health-routes.ts'
import { liveStreams } from './live.ts'
import { metricsText, metricsType } from './metrics.ts'
import { type Operator, operatorOf } from './operator.ts'
import { ownHost } from './own-host.ts'
import { ownPages } from './own-pages.ts'
import { ownPaths } from './own-paths.ts'
import { Refusal } from './refusal.ts'
import { requestRoutes } from './request-routes.ts'
import { sayNo } from './say-no.ts'
import { sessionRoutes } from './session-routes.ts'
import type { Sessions } from './sessions.ts'
import { newThrottle } from './throttle.ts'

/** What each request carries on its way through the checks. */
interface Carried {
  readonly Bindings: HttpBindings
  readonly Variables: { readonly operator: Operator }
}

/** Wrong passwords and codes: of one name, and of all together. */
const triesOfOne = { burst: 5, everyMs: 30_000 }
const triesOfAll = { burst: 30, everyMs: 2_000 }

/** Everything that the administrators’ listener answers, the cheapest checks first. `options.meet` minds these sessions. */
export function adminApp(options: AdminOptions, sessions: Sessions): Hono<Carried> {
  const { meet, tls, hosts = [], version, backups } = options
  const counts = new AdminCounts()
  const throttle = newThrottle(triesOfOne, triesOfAll, () => performance.now())
  const live = liveStreams(options)
  const pages = openPages({ folder: options.app, index: 'admin.html', without: ['index.html', 'sw.js'] })
  const app = new Hono<Carried>()
  const known: MiddlewareHandler<Carried> = async (context, next) => {
    context.set('operator', await operatorOf(context, sessions, meet))
    await next()
  }

  app.onError((error, context) => sayNo(error, context, counts, options.report))
  app.use(secured)
  app.route('/', healthRoutes(options))
  app.use(ownHost(hosts))
  app.post(reportPath, (context) => {
    counts.adminCspReports += 1
    return context.body(null, 204)
  })
  app.get('/metrics', async (context, next) => (isHere(context) ? next() : known(context, next)))
  app.get('/metrics', async (context) => {
    const text = await metricsText(await meet('status', {}), { ...options.counts?.(), ...counts })
    return context.body(text, 200, { 'Content-Type': metricsType, 'Cache-Control': 'no-store' })
  })

  app.use('/api/*', ownPages, notKept)
  app.get('/api/openapi.json', (context) => context.json(openApi({ version, paths: ownPaths })))
  app.route('/api', sessionRoutes({ sessions, throttle, counts, meet, hasTls: tls !== undefined }))
  app.use('/api/*', known)
  app.get('/api/live', (context) => live.status(context.get('operator'), context.req.query('chronicle') === 'true'))
  app.get('/api/links/:uin{\\d{1,10}}/packets', (context) =>
    live.packets(context.get('operator'), Number(context.req.param('uin'))),
  )
  app.get('/api/backups/:name', (context) => backupFile(backups, context.req.param('name')))
  const by = (context: Context<Carried>): string => context.get('operator').by
  app.route('/api', requestRoutes(meet, by))
  app.all('/api/*', () => {
    throw new Refusal(404, 'There is no such request: GET /api/openapi.json tells all of them.')
  })
  app.get('*', (context) => pages.answer(context.req.path, context.req.raw.headers))
  return app
}

/** Asked from this machine, and not by a proxy that asks for somebody else. */
function isHere({ env, req }: Context<Carried>): boolean {
  const way = { remote: env.incoming.socket.remoteAddress ?? '', headers: env.incoming.headers }
  return req.header('authorization') === undefined && isLoopback(askerOf(way, () => false).ip)
}

const notKept: MiddlewareHandler = async (context, next) => {
  // It would be met like a GET, and a stream of which nobody reads the body would never end.
  if (context.req.method === 'HEAD')
    throw new Refusal(405, 'Ask with GET: there is nothing here of which the head alone tells.')
  await next()
  context.res.headers.set('Cache-Control', 'no-store')
}
