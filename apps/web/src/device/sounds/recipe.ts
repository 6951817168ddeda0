/** One source of a sound. Times in seconds, frequencies in hertz, gains from 0 to 1. */
export interface Voice {
  /** When it begins, from the beginning of the sound. */
  readonly at: number
  readonly wave: 'sine' | 'triangle' | 'noise'
  /** Of a wave; not for noise. */
  readonly frequency?: number
  /** Where the frequency slides to, and in what time. */
  readonly slide?: { readonly to: number; readonly in: number }
  /** From nothing to `gain`, in a straight line. */
  readonly attack: number
  /** How long `gain` is held. */
  readonly hold?: number
  /** From `gain` to next to nothing (0.001): exponentially. */
  readonly decay: number
  readonly gain: number
  readonly filter?: { readonly type: 'lowpass' | 'bandpass'; readonly frequency: number; readonly q?: number }
}

export type Recipe = readonly Voice[]

/** How long a sound is. */
export const lengthOf = (recipe: Recipe): number =>
  Math.max(...recipe.map(({ at, attack, hold = 0, decay }) => at + attack + hold + decay))
