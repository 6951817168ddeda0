import { useWords } from '../../words/use-words.ts'
import { useServerCard } from '../server-card.ts'
import '../people/facts.css'

/** What this is, and what it is not. */
export function AboutPart() {
  const words = useWords('settings')
  const card = useServerCard()
  return (
    <>
      <dl className="facts">
        <dt>{words.version}</dt>
        <dd>{card === undefined ? words.versionUnknown : words.versionText(card.name, card.version)}</dd>
        <dt>{words.protocol}</dt>
        <dd>{words.protocolText}</dd>
        {card === undefined ? null : (
          <>
            <dt>{words.oldClients}</dt>
            <dd>{words.oldClientsText(card.hostName ?? location.hostname, card.udpPort)}</dd>
          </>
        )}
        <dt>{words.licence}</dt>
        <dd>{words.licenceText}</dd>
      </dl>
      <p className="small">{words.disclaimer}</p>
    </>
  )
}
