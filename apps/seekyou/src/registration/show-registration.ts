import type { Answer, RegistrationMode } from '@seekyou/office'

/** Who may register, in the words that follow “Registration is closed:”. */
const whoMay: Readonly<Record<RegistrationMode, string>> = {
  closed: 'nobody gets a number from a client',
  lan: "whoever is in this machine's own networks gets a number from a client",
  invite: 'whoever has a code from seekyou invite add gets a number from a client',
  open: 'everybody gets a number from a client',
}

/** Who may register, in one sentence or two. */
export function showRegistration({ mode, isFixed }: Answer<'registration'>, isNew: boolean): string {
  const fixed = isNew
    ? ' Until the next start, where a flag or a variable says otherwise.'
    : ' A flag or a variable says so.'
  return `Registration is ${isNew ? 'now ' : ''}${mode}: ${whoMay[mode]}.${isFixed ? fixed : ''}`
}
