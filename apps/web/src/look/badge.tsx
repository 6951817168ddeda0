/** How many are new: nothing when none. `says` is what is heard instead of the bare number. */
export function Badge({ count, says, isMuted = false }: BadgeProps) {
  if (count === 0) return null
  return (
    <span className={isMuted ? 'badge badge--muted' : 'badge'}>
      <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
      <span className="vh">, {says(count)}</span>
    </span>
  )
}

interface BadgeProps {
  readonly count: number
  readonly says: (count: number) => string
  /** Of somebody who is muted: counted, but not loud. */
  readonly isMuted?: boolean
}
