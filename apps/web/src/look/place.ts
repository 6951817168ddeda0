/** Where something is on the screen, in CSS pixels. */
export interface Place {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Puts a fixed element below a place, or above where there is more room, and within the screen. */
export function placeBeside(element: HTMLElement, at: Place): void {
  const { width, height } = element.getBoundingClientRect()
  // Its own pixels are larger where everything is drawn larger.
  const zoom = element.currentCSSZoom ?? 1
  const [screenWidth, screenHeight] = [document.documentElement.clientWidth, document.documentElement.clientHeight]
  const isBelow = at.bottom + height + gap * 2 <= screenHeight || at.top < screenHeight - at.bottom
  const top = isBelow ? at.bottom + gap : at.top - gap - height
  const left = at.left + width + gap <= screenWidth ? at.left : at.right - width
  element.style.top = `${within(top, screenHeight - height) / zoom}px`
  element.style.left = `${within(left, screenWidth - width) / zoom}px`
}

const gap = 4
const within = (wanted: number, most: number): number => Math.max(gap, Math.min(wanted, most - gap))
