import { watchable } from '../look/watchable.ts'
import type { Claim } from './contract.ts'

/** How long another tab has to say that it has the account, in milliseconds. */
const patience = 150

/** A claim among tabs that can only talk to each other: whoever has the account says so when another one asks. */
export function channelClaim(name: string): Claim {
  const isOurs = watchable(false)
  const { promise: known, resolve } = Promise.withResolvers<boolean>()
  const channel = new BroadcastChannel(name)
  const have = (): void => {
    isOurs.set(true)
    resolve(true)
  }
  const timer = setTimeout(have, patience)
  const lack = (): void => {
    clearTimeout(timer)
    isOurs.set(false)
    resolve(false)
  }
  channel.onmessage = ({ data }: MessageEvent<'whose' | 'mine' | 'taken'>) => {
    if (data !== 'whose') lack()
    else if (isOurs.get()) channel.postMessage('mine')
  }
  channel.postMessage('whose')

  return {
    isOurs,
    known,
    take() {
      clearTimeout(timer)
      channel.postMessage('taken')
      have()
    },
    release() {
      lack()
      channel.close()
    },
  }
}
