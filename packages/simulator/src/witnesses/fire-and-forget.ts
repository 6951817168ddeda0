/** What is said once and never acknowledged (docs/protocol/reliability.md). */
export const fireAndForget: ReadonlySet<string> = new Set([
  'signedOff',
  'notSignedOn',
  'signOnRefused',
  'registered',
  'startAgain',
])
