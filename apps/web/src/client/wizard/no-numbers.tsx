import { Call } from '../../look/call.tsx'
import { useWords } from '../../words/use-words.ts'
import { hrefOf } from '../route.ts'
import type { ServerCard } from '../server-card.ts'
import { WizardFrame } from './wizard-frame.tsx'

/** In place of the wizard: the server is still asked, does not answer, or gives this visitor no number. */
export function NoNumbers({ card, onAgain }: NoNumbersProps) {
  const words = useWords('wizard')
  const name = typeof card === 'object' ? card.name : location.hostname
  const [title, text] =
    card === 'asking'
      ? [words.asking, undefined]
      : card === 'away'
        ? [words.noServer, words.noServerText]
        : card.registration === 'lan'
          ? [words.lanOnly, words.lanOnlyText(name)]
          : [words.closed, words.closedText(name)]
  return (
    <WizardFrame
      server={name}
      onSubmit={onAgain}
      foot={
        <>
          <span className="spacer" />
          {card === 'asking' ? null : (
            <button type="submit" className="btn">
              {words.tryAgain}
            </button>
          )}
          <a className="btn btn--go" href={hrefOf({ page: 'signIn' })}>
            {words.haveNumber}
          </a>
        </>
      }
    >
      <h1 role="status">{title}</h1>
      {text === undefined ? null : <p>{text}</p>}
      <Call still={card !== 'asking'} />
    </WizardFrame>
  )
}

interface NoNumbersProps {
  readonly card: ServerCard | 'asking' | 'away'
  readonly onAgain: () => void
}
