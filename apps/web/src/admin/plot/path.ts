/** A point of a plot, in pixels. */
export type Point = readonly [x: number, y: number]

/** The `d` of a line through points; where two are further apart than `gap`, it is interrupted. */
export function lineThrough(points: readonly Point[], gap: number): string {
  return runsOf(points, gap).map(drawn).join('')
}

/** The `d` of the area between a line and `floor`. */
export function areaUnder(points: readonly Point[], gap: number, floor: number): string {
  return runsOf(points, gap)
    .map((run) => `${drawn(run)}L${round(run.at(-1)![0])} ${round(floor)}L${round(run[0]![0])} ${round(floor)}z`)
    .join('')
}

function runsOf(points: readonly Point[], gap: number): readonly (readonly Point[])[] {
  const runs: Point[][] = []
  for (const point of points) {
    const before = runs.at(-1)?.at(-1)
    if (before === undefined || point[0] - before[0] > gap) runs.push([point])
    else runs.at(-1)!.push(point)
  }
  return runs
}

const drawn = (run: readonly Point[]): string =>
  run.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('') +
  (run.length === 1 ? 'h0.1' : '')

const round = (value: number): number => Math.round(value * 10) / 10
