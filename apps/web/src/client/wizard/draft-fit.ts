import { type Fit, fitOf, textLimits } from '../people/text-fit.ts'
import type { Draft } from './registration-note.ts'

type DraftText = 'nick' | 'first' | 'last' | 'email'

/** How a text of a draft fits, if it does not. */
export function misfitOf(draft: Draft, text: DraftText): Fit | undefined {
  const fit = fitOf(draft[text], draft.codePage)
  return fit.bytes > textLimits[text] || fit.lacking.length > 0 ? fit : undefined
}

/** Whether all texts are short enough, in letters that there are. */
export const isFitting = (draft: Draft): boolean =>
  (['nick', 'first', 'last', 'email'] as const).every((text) => misfitOf(draft, text) === undefined)
