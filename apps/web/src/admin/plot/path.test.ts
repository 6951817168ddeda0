import { describe, expect, it } from 'vitest'
import { areaUnder, lineThrough } from './path.ts'

describe('the lines of a plot', () => {
  it('are interrupted where nothing was measured', () => {
    expect(
      lineThrough(
        [
          [0, 1],
          [1, 2],
          [9, 3],
          [10, 3.26],
        ],
        2,
      ),
    ).toBe('M0 1L1 2M9 3L10 3.3')
  })

  it('show a single sample', () => {
    expect(lineThrough([[4, 5]], 2)).toBe('M4 5h0.1')
  })

  it('enclose an area down to the floor', () => {
    expect(
      areaUnder(
        [
          [0, 1],
          [2, 3],
        ],
        2,
        10,
      ),
    ).toBe('M0 1L2 3L2 10L0 10z')
  })
})
