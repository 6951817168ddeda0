/** Tells one watcher something. False: they read too slowly, and this was left out. */
export type Tell = (event: string, data: unknown) => boolean

/** A comment goes out so often, so that proxies keep a quiet stream open and a dead one is noticed, in milliseconds. */
const heartbeatMs = 15_000
/** So many events wait for a watcher who reads slowly; what follows is left out. */
const waitingMax = 256

/**
 * A response that tells events as they happen (server-sent events). `watch` is called once and returns what ends it; it ends when
 * the browser leaves or `ended` is aborted. After events had to be left out, the next one is preceded by `missed` with their number.
 */
export function eventStream(ended: AbortSignal, watch: (tell: Tell) => () => void): Response {
  const encoder = new TextEncoder()
  let stop = (): void => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let missed = 0
        const write = (text: string): void => controller.enqueue(encoder.encode(text))
        const tell: Tell = (event, data) => {
          if ((controller.desiredSize ?? 0) <= 0) {
            missed += 1
            return false
          }
          if (missed > 0) write(eventOf('missed', { count: missed }))
          missed = 0
          write(eventOf(event, data))
          return true
        }
        const heartbeat = setInterval(() => {
          if ((controller.desiredSize ?? 0) > 0) write(': still here\n\n')
        }, heartbeatMs).unref()
        const close = (): void => {
          stop()
          controller.close()
        }
        write('retry: 2000\n\n')
        const unwatch = watch(tell)
        stop = () => {
          stop = () => {}
          ended.removeEventListener('abort', close)
          clearInterval(heartbeat)
          unwatch()
        }
        if (ended.aborted) close()
        else ended.addEventListener('abort', close)
      },
      cancel: () => stop(),
    },
    { highWaterMark: waitingMax },
  )
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}

const eventOf = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
