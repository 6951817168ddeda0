import { viewPacket } from '@seekyou/wire'
import type { AdminOptions } from './admin-options.ts'
import { atMost } from './at-most.ts'
import { eventStream, type Tell } from './event-stream.ts'
import type { Operator } from './operator.ts'
import { refusalIn } from './refusal.ts'

/** How often the status is told, and how often it is looked whether whoever watches still may, in milliseconds. */
const everyMs = 1_000

/** What one stream tells: `begin` once, `tick` each second, until `stop`. */
interface Watch {
  begin?(): Promise<void>
  tick?(): Promise<void>
  stop?(): void
}

/** What is told as it happens, for as long as whoever asked is welcome. */
export function liveStreams({ meet, watchPackets, report }: Pick<AdminOptions, 'meet' | 'watchPackets' | 'report'>) {
  const overviews = atMost(32, 'overviews')
  const readers = atMost(8, 'readers of live links')

  return {
    /** `status` at once and each second; before that, if wanted, `chronicle` once. */
    status: (operator: Operator, withChronicle: boolean): Response =>
      watched(operator, overviews.enter(), report, (tell) => {
        const tick = async (): Promise<void> => void tell('status', await meet('status', {}))
        return {
          tick,
          async begin() {
            if (withChronicle) tell('chronicle', await meet('chronicle', {}))
            await tick()
          },
        }
      }),

    /** `packet` for every datagram of a user, with everything that somebody wrote masked. */
    packets: (operator: Operator, uin: number): Response =>
      watched(operator, readers.enter(), report, (tell) => ({
        stop: watchPackets(uin, (packet) => void tell('packet', viewPacket(packet, 'texts'))),
      })),
  }
}

function watched(
  operator: Operator,
  leave: () => void,
  report: (error: unknown) => void,
  watch: (tell: Tell) => Watch,
): Response {
  const ending = new AbortController()
  const end = (): void => ending.abort()
  return eventStream(ending.signal, (tell) => {
    operator.ended?.addEventListener('abort', end)
    const { begin, tick, stop } = watch(tell)
    let isBusy = false
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      if (isBusy) return
      isBusy = true
      try {
        await work()
      } catch (error) {
        // The store may be away for a moment; whoever watches sees that nothing comes.
        if (!refusalIn(error)) report(error)
      } finally {
        isBusy = false
      }
    }
    void attempt(async () => begin?.())
    const timer = setInterval(
      () =>
        attempt(async () => {
          if (await operator.isWelcome()) await tick?.()
          else end()
        }),
      everyMs,
    ).unref()
    return () => {
      operator.ended?.removeEventListener('abort', end)
      clearInterval(timer)
      stop?.()
      leave()
    }
  })
}
