// The session can end between any two requests; whoever notices it says so here.
let hear: (() => void) | undefined

/** The one who shows the sign-in page. Returns what stops it. */
export function onSignedOut(listener: () => void): () => void {
  hear = listener
  return () => {
    if (hear === listener) hear = undefined
  }
}

/** A request was refused because nobody is signed in. */
export function reportSignedOut(): void {
  hear?.()
}
