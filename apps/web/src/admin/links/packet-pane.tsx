import { type ReactNode, useRef, useState } from 'react'
import { Call } from '../../look/call.tsx'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWords } from '../../words/use-words.ts'
import { saveFile } from '../parts/save-file.ts'
import { hrefOf } from '../shell/routes.ts'
import type { Link } from './links-table.tsx'
import { PacketDetail } from './packet-detail.tsx'
import { PacketList } from './packet-list.tsx'
import { usePackets } from './use-packets.ts'

/** The packets of one link as they pass, decoded, with everything private masked. */
export function PacketPane({ uin, link }: { readonly uin: number; readonly link: Link | undefined }): ReactNode {
  const words = useWords('admin').links
  const [isPaused, setPaused] = useState(false)
  const [chosen, setChosen] = useState<number>()
  const { heard, missed, isUp, clear } = usePackets(uin, isPaused)
  const picked = heard.find(({ id }) => id === chosen) ?? heard.at(-1)
  // Whoever has gone is still called by their name.
  const lastNick = useRef('')
  if (link !== undefined) lastNick.current = link.nick
  const called = lastNick.current === '' ? String(uin) : lastNick.current
  const button = (symbol: string, label: string, onClick: () => void, isDisabled = false): ReactNode => (
    <button type="button" className="icon-btn" aria-label={label} title={label} disabled={isDisabled} onClick={onClick}>
      <Symbol name={symbol} />
    </button>
  )
  return (
    <section className="live__right" aria-label={words.packetsOf(called)}>
      <div className="live__head">
        <h2>
          <Status of={link?.status} />
          <span>{called}</span> <UinText uin={uin} className="uin muted" />
        </h2>
        {button(isPaused ? 'i-play' : 'i-pause', isPaused ? words.goOn : words.pause, () => setPaused(!isPaused))}
        {button('i-download', words.save, () => save(uin, heard), heard.length === 0)}
        {button('i-trash', words.clear, clear, heard.length === 0)}
        <a className="icon-btn" href={hrefOf('links')} aria-label={words.close} title={words.close}>
          <Symbol name="i-close" />
        </a>
      </div>
      <p className="live__state small" role="status">
        {link === undefined ? words.gone : isPaused ? words.isPaused : isUp ? words.watching : words.lost}
        {missed > 0 && ` ${words.missed(missed)}`}
      </p>
      {heard.length === 0 ? (
        <div className="empty empty--small">
          <p>{words.noPackets}</p>
          <Call still={isPaused || !isUp || link === undefined} />
        </div>
      ) : (
        <>
          <PacketList heard={heard} picked={picked?.id} isFollowing={chosen === undefined} pick={setChosen} />
          {picked && <PacketDetail packet={picked.packet} />}
        </>
      )}
    </section>
  )
}

/** Masked as they are here, one JSON object a line. */
function save(uin: number, heard: ReturnType<typeof usePackets>['heard']): void {
  const lines = heard.map(({ packet }) => `${JSON.stringify(packet)}\n`)
  saveFile(`seekyou-packets-${uin}.jsonl`, lines.join(''))
}
