/** A number, grouped by three for the eye; what is copied is the bare digits. */
export function UinText({ uin, className = 'uin' }: { readonly uin: number; readonly className?: string }) {
  return (
    <span className={className}>
      {groupsOf(uin).map(({ at, digits }) => (
        <i key={at}>{digits}</i>
      ))}
    </span>
  )
}

function groupsOf(uin: number): readonly { readonly at: number; readonly digits: string }[] {
  const digits = String(uin)
  const head = digits.length % 3 || 3
  const starts = [0, ...Array.from({ length: (digits.length - head) / 3 }, (_, group) => head + group * 3)]
  return starts.map((at, index) => ({ at, digits: digits.slice(at, starts[index + 1]) }))
}
