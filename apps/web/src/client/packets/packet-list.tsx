import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useWords } from '../../words/use-words.ts'
import { ackOf, type Captured } from './capture.ts'
import { PacketRow } from './packet-row.tsx'

/** How many rows Page Up and Page Down go. */
const leap = 10

/** The packets, newest at the end. The arrow keys choose one; the end stays in view while nobody has scrolled away from it. */
export function PacketList({ packets, chosen, onChoose }: PacketListProps) {
  const words = useWords('packets')
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const now = packets.at(-1)?.lastAt ?? 0

  useLayoutEffect(() => {
    if (packets.length > 0 && isAtEnd.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }, [packets])
  useEffect(() => {
    if (chosen !== undefined) document.getElementById(`${id}${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, id])

  const move = (event: KeyboardEvent): void => {
    const at = packets.findIndex((packet) => packet.id === chosen)
    const next = nextOf(event.key, at, packets.length)
    const packet = next === undefined ? undefined : packets[next]
    if (packet === undefined) return
    event.preventDefault()
    onChoose(packet.id)
  }
  return (
    <div
      ref={box}
      className="packets"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 30
      }}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are chosen
        role="grid"
        aria-label={words.title}
        aria-rowcount={packets.length + 1}
        aria-activedescendant={packets.some((packet) => packet.id === chosen) ? `${id}${chosen}` : undefined}
        tabIndex={0}
        onKeyDown={move}
      >
        <thead>
          <tr>
            <th scope="col" className="packets__time">
              {words.time}
            </th>
            <th scope="col" className="packets__way">
              <span className="vh">{words.direction}</span>
            </th>
            <th scope="col">{words.command}</th>
            <th scope="col" className="packets__number r">
              <span aria-hidden="true">№</span>
              <span className="vh">{words.number}</span>
            </th>
            <th scope="col" className="packets__bytes r">
              {words.bytes}
            </th>
            <th scope="col" className="packets__ack r">
              ACK
            </th>
          </tr>
        </thead>
        <tbody>
          {packets.map((packet) => (
            <PacketRow
              key={packet.id}
              id={`${id}${packet.id}`}
              packet={packet}
              ack={ackOf(packet, now)}
              isChosen={packet.id === chosen}
              words={words}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PacketListProps {
  readonly packets: readonly Captured[]
  readonly chosen: number | undefined
  readonly onChoose: (id: number) => void
}

function nextOf(key: string, at: number, count: number): number | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return at === -1 ? last : Math.min(last, at + 1)
    case 'ArrowUp':
      return at === -1 ? last : Math.max(0, at - 1)
    case 'PageDown':
      return Math.min(last, at + leap)
    case 'PageUp':
      return Math.max(0, at - leap)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
