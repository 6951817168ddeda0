import type { SoundName } from '@seekyou/messenger'
import type { Recipe, Voice } from './recipe.ts'

/** Every sound of this program, made for it. */
export const recipes: Readonly<Record<SoundName, Recipe>> = {
  // Two round notes that rise, E5 and B5, each with a softer octave.
  message: [
    [0, 659],
    [0.095, 988],
  ].flatMap(([at = 0, frequency = 0]): Voice[] => {
    const note = { at, attack: 0.004, decay: 0.17, filter: { type: 'lowpass', frequency: 3_200 } } as const
    return [
      { ...note, wave: 'triangle', frequency, gain: 0.2 },
      { ...note, wave: 'sine', frequency: frequency * 2, gain: 0.2 * 10 ** (-14 / 20) },
    ]
  }),
  // A tap and its echo.
  online: [tap({ at: 0, gain: 0.12 }), tap({ at: 0.14, gain: 0.04, filter: { type: 'lowpass', frequency: 1_200 } })],
  // Three knocks at a door, the last one after a breath.
  knock: [0, 0.13, 0.31].flatMap((at): Voice[] => [
    {
      at,
      wave: 'noise',
      attack: 0.001,
      hold: 0.012,
      decay: 0.005,
      gain: 0.25,
      filter: { type: 'bandpass', frequency: 320, q: 4 },
    },
    { at, wave: 'sine', frequency: 150, slide: { to: 90, in: 0.07 }, attack: 0.001, decay: 0.07, gain: 0.3 },
  ]),
  signOn: morse('-.-. --.-'),
  // G4, then E4.
  failed: [
    { at: 0, wave: 'triangle', frequency: 392, attack: 0.004, hold: 0.076, decay: 0.04, gain: 0.12 },
    { at: 0.12, wave: 'triangle', frequency: 330, attack: 0.004, hold: 0.076, decay: 0.04, gain: 0.12 },
  ],
}

function tap(about: Pick<Voice, 'at' | 'gain' | 'filter'>): Voice {
  return { wave: 'sine', frequency: 523, slide: { to: 587, in: 0.03 }, attack: 0.002, decay: 0.09, ...about }
}

/** A call in Morse: a dash is three dots long, letters are three dots apart. */
function morse(call: string): Recipe {
  const [unit, edge] = [0.045, 0.005]
  const voices: Voice[] = []
  let at = 0
  for (const sign of call) {
    if (sign !== ' ') {
      const length = unit * (sign === '-' ? 3 : 1)
      const hold = length - 2 * edge
      voices.push({ at, wave: 'sine', frequency: 620, attack: edge, hold, decay: edge, gain: 0.07 })
      at += length + unit
    } else at += 2 * unit
  }
  return voices
}
