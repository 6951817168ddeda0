import type { Uin } from '@seekyou/language'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import type { EntranceTrouble } from '../session.ts'

/** Why somebody did not get in, and what to do. */
export function SignInTrouble({ because, uin }: { readonly because: EntranceTrouble; readonly uin: Uin }) {
  const words = useWords('wizard')
  const [title, text] = {
    password: [words.wrongTitle(grouped(uin)), words.wrongText],
    elsewhere: [words.elsewhereTitle, words.elsewhereText],
    noRoad: [words.awayTitle, words.awayText],
    noAnswer: [words.awayTitle, words.awayText],
    busy: [words.busyTitle, words.busyText],
    other: [words.otherTitle, words.otherText],
  }[because]
  return (
    <p className="error" role="alert">
      <Symbol name="i-failed" />
      <span>
        <strong>{title}</strong> {text}
      </span>
    </p>
  )
}

const grouped = (uin: Uin): string => String(uin).replace(/\B(?=(\d{3})+$)/g, '\u202f')
