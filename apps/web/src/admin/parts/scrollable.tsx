import type { ReactNode, Ref } from 'react'

interface ScrollableProps {
  readonly className: string
  readonly label: string
  readonly ref?: Ref<HTMLElement>
  readonly children: ReactNode
}

/** A part of the page that may scroll by itself: the keyboard reaches it, too. */
export function Scrollable({ className, label, ref, children }: ScrollableProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the arrow keys
    <section className={className} aria-label={label} ref={ref} tabIndex={0}>
      {children}
    </section>
  )
}
