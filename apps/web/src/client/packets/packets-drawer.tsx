import { useDeferredValue, useMemo, useState } from 'react'
import { Menu } from '../../look/menu.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { useDrawer } from '../drawer.ts'
import { useFrame } from '../frame.ts'
import type { Captured } from './capture.ts'
import { readFilter } from './filter.ts'
import { PacketDetails } from './packet-details.tsx'
import { PacketList } from './packet-list.tsx'
import './packets.css'
import { jsonLines, saveFile } from './save.ts'
import { useCapture } from './use-capture.ts'

/** The live packets of the own connection, decoded. */
export function PacketsDrawer() {
  const words = useWords('packets')
  const drawer = useDrawer()
  const isWindow = useFrame() !== undefined
  const Landmark = isWindow ? 'div' : 'aside'
  const { uin } = useMessenger()
  const live = useCapture()
  const [paused, setPaused] = useState<readonly Captured[] | undefined>()
  const [typed, setTyped] = useState('name != ack')
  const [chosen, setChosen] = useState<number | undefined>()
  const all = paused ?? live
  const filter = useMemo(() => readFilter(typed), [typed])
  const wanted = useMemo(() => (filter === undefined ? all : all.filter(filter)), [all, filter])
  const packets = useDeferredValue(wanted)
  const packet = all.find(({ id }) => id === chosen)
  const resent = all.reduce((sum, { times }) => sum + times - 1, 0)
  const save = (withTexts: boolean) =>
    saveFile(
      `seekyou-${uin}-${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}.jsonl`,
      jsonLines(packets, withTexts),
    )

  return (
    <Landmark
      className="pane drawer"
      aria-label={isWindow ? undefined : words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        drawer.close()
      }}
    >
      <header className="head">
        <Symbol name="i-packets" />
        <div className="head__title">
          <h2>{words.title}</h2>
          <span className="head__sub">{resent > 0 ? words.resent(resent) : ''}</span>
        </div>
        <button
          type="button"
          className="icon-btn"
          aria-label={words.pause}
          aria-pressed={paused !== undefined}
          onClick={() => setPaused(paused === undefined ? live : undefined)}
        >
          <Symbol name={paused === undefined ? 'i-pause' : 'i-play'} />
        </button>
        <Menu
          label={words.save}
          items={[
            { title: words.save },
            { label: words.saveMasked, symbol: 'i-shield', act: () => save(false) },
            { label: words.saveTexts, symbol: 'i-download', act: () => save(true) },
          ]}
        >
          <Symbol name="i-download" />
        </Menu>
        <button type="button" className="icon-btn" aria-label={words.close} onClick={drawer.close}>
          <Symbol name="i-close" />
        </button>
      </header>
      <div className="drawer__tools">
        <input
          className="input"
          type="text"
          value={typed}
          aria-label={words.filter}
          placeholder={words.filterExample}
          aria-invalid={filter === undefined}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className="drawer__hint" role="status">
          {filter === undefined ? words.unfinished : ''}
        </p>
      </div>
      <PacketList packets={packets} chosen={chosen} onChoose={setChosen} />
      {packet === undefined ? (
        <div className="packet packet--none">
          <p>{all.length === 0 ? words.none : packets.length === 0 ? words.noMatch : words.choose}</p>
        </div>
      ) : (
        <PacketDetails key={packet.id} packet={packet} />
      )}
    </Landmark>
  )
}
