import type { Uin } from '@seekyou/language'
import { useEffect, useState } from 'react'
import { useSession } from '../contexts.ts'
import { passwordTrouble } from '../people/text-fit.ts'
import type { ServerCard } from '../server-card.ts'
import type { EntranceTrouble } from '../session.ts'
import { codePageFor } from '../settings/code-pages.ts'
import { goTo } from '../use-route.ts'
import { askNumber, datagramsAt } from './ask-number.ts'
import { isFitting } from './draft-fit.ts'
import { type Draft, readNote, writeNote } from './registration-note.ts'
import { saveDraft } from './save-draft.ts'

type Step = 'invitation' | 'you' | 'number'

/** Why it does not go on. `interrupted`: the page was loaded again before the answer came. */
export type RegistrationProblem =
  | 'code'
  | 'password'
  | 'differ'
  | 'draft'
  | 'refused'
  | 'away'
  | 'silent'
  | 'interrupted'
  | 'notWritten'
  | 'passwordMissing'
  | 'notSaved'
  | { readonly signIn: EntranceTrouble }

/** A registration: what is typed, where it stands, and what goes wrong. */
export interface Registration {
  readonly step: Step
  readonly isInvited: boolean
  readonly code: string
  readonly draft: Draft
  readonly password: string
  readonly again: string
  readonly uin: Uin | undefined
  /** When the number was asked for. */
  readonly askedAt: number | undefined
  /** The number is there, but the page was loaded again and the password is gone. */
  readonly needsPassword: boolean
  readonly isWritten: boolean
  readonly isRemembered: boolean
  readonly problem: RegistrationProblem | undefined
  readonly isBusy: boolean
  type(changes: Partial<Typed>): void
  describe(changes: Partial<Draft>): void
  go(): void
  back(): void
  /** Puts the number away and begins anew. */
  startOver(): void
}

interface Typed {
  readonly code: string
  readonly password: string
  readonly again: string
  readonly isWritten: boolean
  readonly isRemembered: boolean
}

export function useRegistration(card: ServerCard | undefined): Registration {
  const session = useSession()
  const [kept] = useState(readNote)
  const [typed, setTyped] = useState<Typed>(() => ({ ...nothingTyped, code: codeInAddress() }))
  const [draft, setDraft] = useState<Draft>(
    () => kept?.draft ?? { ...emptyDraft, codePage: codePageFor(navigator.languages) },
  )
  const [asked, setAsked] = useState<{ at: number; uin?: Uin } | undefined>(
    kept && { at: kept.askedAt, ...(kept.uin === undefined ? {} : { uin: kept.uin }) },
  )
  const [isPastCode, setPastCode] = useState(false)
  const [needsPassword, setNeedsPassword] = useState(kept?.uin !== undefined)
  const [problem, setProblem] = useState<RegistrationProblem | undefined>(
    kept !== undefined && kept.uin === undefined ? 'interrupted' : undefined,
  )
  const [isBusy, setBusy] = useState(false)

  const isInvited = card?.registration === 'invite'
  const uin = asked?.uin
  const step: Step = uin !== undefined ? 'number' : isInvited && !isPastCode ? 'invitation' : 'you'
  const firstPassword = isInvited && !needsPassword ? typed.code.trim() : typed.password
  useWarningBeforeLeaving(isBusy && step === 'you')

  async function ask(): Promise<void> {
    if (!isInvited) {
      if (passwordTrouble(typed.password, draft.codePage) !== undefined) return setProblem('password')
      if (typed.password !== typed.again) return setProblem('differ')
    }
    if (!isFitting(draft)) return setProblem('draft')
    const at = Date.now()
    writeNote({ draft, askedAt: at })
    setBusy(true)
    const given = await askNumber(datagramsAt(location), firstPassword, draft.codePage)
    setBusy(false)
    if ('uin' in given) {
      writeNote({ draft, askedAt: at, uin: given.uin })
      setAsked({ at, uin: given.uin })
      setProblem(undefined)
      return
    }
    setProblem(given.because)
    if (given.because !== 'silent') writeNote(undefined)
  }

  async function start(number: Uin): Promise<void> {
    if (!typed.isWritten) return setProblem('notWritten')
    if (firstPassword === '') return setProblem('passwordMissing')
    setBusy(true)
    const because = await session
      .signIn({
        uin: number,
        password: firstPassword,
        codePage: draft.codePage,
        isRemembered: typed.isRemembered,
        ...(draft.nick === '' ? {} : { nick: draft.nick }),
      })
      .catch((): EntranceTrouble => 'other')
    const state = session.state.get()
    const isSaved = because === undefined && state.at === 'in' && (await saveDraft(state.messenger, draft))
    setBusy(false)
    if (because !== undefined) return setProblem({ signIn: because })
    writeNote(undefined)
    if (isSaved) leave()
    else setProblem('notSaved')
  }

  const leave = (): void => goTo({ page: isInvited ? 'profile' : 'list' }, { replace: true })

  return {
    ...typed,
    step,
    isInvited,
    draft,
    uin,
    askedAt: asked?.at,
    needsPassword,
    problem,
    isBusy,
    type(changes) {
      setTyped((before) => ({ ...before, ...changes }))
      if (problem !== 'interrupted') setProblem(undefined)
    },
    describe(changes) {
      setDraft((before) => ({ ...before, ...changes }))
      if (problem !== 'interrupted') setProblem(undefined)
    },
    go() {
      if (isBusy) return
      if (problem === 'notSaved') return goTo({ page: 'profile' }, { replace: true })
      if (uin !== undefined) return void start(uin)
      if (step === 'you') return void ask()
      if (typed.code.trim() === '') return setProblem('code')
      setProblem(undefined)
      setPastCode(true)
    },
    back() {
      setPastCode(false)
      setProblem(undefined)
    },
    startOver() {
      writeNote(undefined)
      setAsked(undefined)
      setNeedsPassword(false)
      setTyped(nothingTyped)
      setProblem(undefined)
    },
  }
}

const nothingTyped: Typed = { code: '', password: '', again: '', isWritten: false, isRemembered: true }
const emptyDraft: Omit<Draft, 'codePage'> = { nick: '', first: '', last: '', email: '', needsAuthorization: true }

/** A link of an invitation ends with its code: `#/register/CODE`. */
function codeInAddress(): string {
  const code = location.hash.split('/')[2] ?? ''
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

/** While an answer is awaited, leaving would lose it. */
function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isNeeded])
}
