import { drawingOf } from './symbol.tsx'

/** The name of the program as it is drawn. */
export function Wordmark() {
  return (
    <svg className="wordmark" viewBox="0 0 172 46" role="img" aria-label="Seekyou">
      <use href={drawingOf('wordmark')} />
    </svg>
  )
}
