/** Something that a text may be: exactly this text, whatever the case of its letters, or anything that the pattern finds. */
export type Trigger = string | RegExp

/** What a trigger finds in a text, with its groups; undefined when it does not fit. Patterns with memory (`g`, `y`) find the first. */
export function findTrigger(triggers: readonly Trigger[], text: string): RegExpExecArray | undefined {
  for (const trigger of triggers) {
    const found = patternOf(trigger).exec(text)
    if (found) return found
  }
  return undefined
}

function patternOf(trigger: Trigger): RegExp {
  if (typeof trigger === 'string') return new RegExp(`^\\s*${RegExp.escape(trigger)}\\s*$`, 'iu')
  return /[gy]/.test(trigger.flags) ? new RegExp(trigger.source, trigger.flags.replace(/[gy]/g, '')) : trigger
}
