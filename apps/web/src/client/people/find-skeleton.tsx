import { Call } from '../../look/call.tsx'
import { useWords } from '../../words/use-words.ts'

/** While the server is asked. */
export function FindSkeleton({ isLineDown }: { readonly isLineDown: boolean }) {
  const words = useWords('people')
  return (
    <>
      <div className="section-title" role="status">
        {isLineDown ? words.offlineHint : words.searching}
        <Call />
      </div>
      <ul className="people" aria-hidden="true">
        {[0, 1, 2, 3].map((row) => (
          <li key={row}>
            <span className="skeleton sk-dot" />
            <span className="who">
              <span className={`skeleton sk-${row}`} />
            </span>
            <span className="skeleton uin" />
            <span className={`about skeleton sk-${3 - row}`} />
            <span className="acts" />
          </li>
        ))}
      </ul>
    </>
  )
}
