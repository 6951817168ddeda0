import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { Scrollable } from '../parts/scrollable.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import type { Heard } from './use-packets.ts'

interface PacketListProps {
  readonly heard: readonly Heard[]
  readonly picked: number | undefined
  /** The newest is shown until another one is picked. */
  readonly isFollowing: boolean
  pick(id: number | undefined): void
}

/** One row a packet; the newest is at the end, which stays in view. */
export function PacketList({ heard, picked, isFollowing, pick }: PacketListProps): ReactNode {
  const words = useWords('admin').links
  const speech = useSpeech()
  const box = useRef<HTMLElement>(null)
  const last = heard.at(-1)?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new packet is what moves the list
  useLayoutEffect(() => {
    if (isFollowing && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [last, isFollowing])
  return (
    <Scrollable className="packets" ref={box} label={words.list}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">
              <span className="vh">{words.direction}</span>
            </th>
            <th scope="col">{words.command}</th>
            <th scope="col" className="r">
              №
            </th>
            <th scope="col" className="r">
              {words.bytes}
            </th>
          </tr>
        </thead>
        <tbody>
          {heard.map(({ id, packet }) => (
            <tr key={id} className={rowClass(packet.name, id === picked)}>
              <td>{speech.clock(packet.at)}</td>
              <td className={packet.direction}>
                <Symbol name={packet.direction === 'in' ? 'i-in' : 'i-out'} />
                <span className="vh">{packet.direction === 'in' ? words.fromClient : words.toClient}</span>
              </td>
              <td>
                <button
                  type="button"
                  className="cmd"
                  aria-pressed={id === picked}
                  onClick={() => pick(!isFollowing && id === picked ? undefined : id)}
                >
                  {packet.name}
                </button>{' '}
                <span className="code">{packet.code?.toString(16).padStart(4, '0').toUpperCase()}</span>
                {packet.fault && <span className="tag tag--bad">{words.damaged}</span>}
              </td>
              <td className="r">{packet.sequence}</td>
              <td className="r">{packet.size}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  )
}

const rowClass = (name: string, isPicked: boolean): string | undefined =>
  isPicked ? 'picked' : /^ack$/i.test(name) ? 'ack' : undefined
