/** The heights of a plot: where it ends, and the values at its lines. */
export interface Scale {
  readonly top: number
  readonly ticks: readonly number[]
}

/** A scale from 0 that holds `most`, with three or four steps of a round size. `unit`: what is round, such as 2 ** 20 for megabytes. */
export function scaleFor(most: number, unit = 1): Scale {
  const step = roundStep(Math.max(most, unit) / 4, unit)
  const count = Math.max(1, Math.ceil(most / step))
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}

/** The smallest of 1, 2, 5, 10, 20 … units that is at least `least`. */
function roundStep(least: number, unit: number): number {
  const units = Math.max(1, least / unit)
  const power = 10 ** Math.floor(Math.log10(units))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= units * 0.999) ?? 10
  return factor * power * unit
}
