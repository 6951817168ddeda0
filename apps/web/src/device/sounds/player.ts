import type { SoundName } from '@seekyou/messenger'
import { openStage, perform } from './perform.ts'
import { recipes } from './recipes.ts'

/** Sounds do not begin closer together than this, in seconds. */
const breath = 0.4

/** Plays a sound at a volume from 0 to 1, or nothing when one has just begun. */
export type Play = (sound: SoundName, volume: number) => void

/**
 * Plays sounds from the first gesture on; before it browsers allow none, and none is made up for later. There is one
 * AudioContext in all.
 */
export function openPlayer(): Play {
  let context: AudioContext | undefined
  let stage: GainNode | undefined
  let begunAt = Number.NEGATIVE_INFINITY

  const begin = (): void => {
    context ??= new AudioContext({ latencyHint: 'interactive' })
    stage ??= openStage(context)
    if (context.state !== 'running') void context.resume()
  }
  // Phones take the sound away from a page that was in the background: every gesture brings it back.
  for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, begin, { capture: true, passive: true })

  return (sound, volume) => {
    if (context === undefined || stage === undefined || volume <= 0) return
    if (context.state !== 'running' && !navigator.userActivation.isActive) return
    const now = context.currentTime
    if (now - begunAt < breath) return
    begunAt = now
    stage.gain.value = Math.min(1, volume)
    perform(recipes[sound], context, stage, now + 0.01)
  }
}
