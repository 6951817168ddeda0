import { describe, expect, it } from 'vitest'
import { scaleFor } from './scale.ts'

describe('the scale of a plot', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [37, [0, 10, 20, 30, 40]],
    [42, [0, 20, 40, 60]],
    [900, [0, 500, 1000]],
  ])('holds %d', (most, ticks) => {
    expect(scaleFor(most)).toEqual({ top: ticks.at(-1), ticks })
  })

  it('is round in its unit', () => {
    expect(scaleFor(96 * 2 ** 20, 2 ** 20).ticks.map((tick) => tick / 2 ** 20)).toEqual([0, 50, 100])
  })
})
