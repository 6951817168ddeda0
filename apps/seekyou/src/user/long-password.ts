const passwordMax = 8

/** Says on standard error that old clients will not get in with this password. */
export function warnOfLongPassword(password: string): void {
  if ([...password].length <= passwordMax) return
  console.error(
    `seekyou: warning: the password has more than ${passwordMax} characters, and clients of 1998 send only the first ${passwordMax}: they will be refused.`,
  )
}
