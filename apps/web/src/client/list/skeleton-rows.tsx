/** Where contacts will be. */
export function SkeletonRows() {
  return (
    <ul className="contacts" aria-busy="true">
      {widths.map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows that are all the same
        <li key={row} className="contact">
          <span className="skeleton sk-dot" />
          <span className={`skeleton sk-${width}`} />
        </li>
      ))}
    </ul>
  )
}

const widths = [0, 1, 2, 3, 0, 1, 2, 3, 0]
