/** A line on standard error that says how far something is; silent where nobody watches. */
export interface Progress {
  /** `share` from 0 to 1, or undefined when the end is not known. */
  show(text: string, share?: number): void
  /** Says something that stays, above the line. */
  say(text: string): void
  done(): void
}

const cells = 24

/** Progress on standard error, or wherever else. */
export function showProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  const wipe = (): void => void (out.isTTY && out.write('\r\x1b[K'))
  return {
    show(text, share) {
      if (!out.isTTY) return
      const full = Math.round((share ?? 0) * cells)
      const bar =
        share === undefined ? '' : `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${Math.floor(share * 100)} % `
      out.write(`\r\x1b[K${bar}${text}`)
    },
    say(text) {
      wipe()
      out.write(`${text}\n`)
    },
    done: wipe,
  }
}
