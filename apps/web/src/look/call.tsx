/** CQ in Morse: it runs while something is tried, and rests (`still`) between tries and in empty places. */
export function Call({ still = false }: { readonly still?: boolean }) {
  return (
    <svg className={still ? 'call call--still' : 'call'} viewBox="0 0 108 4" fill="currentColor" aria-hidden="true">
      {marks.map(([x, width]) => (
        <rect key={x} x={x} width={width} height="4" rx="2" />
      ))}
    </svg>
  )
}

const marks = [
  [0, 12],
  [16, 4],
  [24, 12],
  [40, 4],
  [56, 12],
  [72, 12],
  [88, 4],
  [96, 12],
] as const
