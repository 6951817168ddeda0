import { Call } from '../look/call.tsx'

/** While something is fetched that cannot be shown before. It has no words: they may be what is fetched. */
export function Waiting() {
  return (
    <div className="empty" aria-busy="true">
      <Call />
    </div>
  )
}
