import type { ReactNode } from 'react'
import { Call } from '../../look/call.tsx'

/** An empty place: what is not there, and a way on. */
export function Nothing({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="empty empty--small" role="status">
      <h2>{title}</h2>
      <Call still />
      {children}
    </div>
  )
}
