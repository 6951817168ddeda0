import { memo } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import type { Rooms } from '../../words/rooms.ts'
import type { Captured } from './capture.ts'
import { codeText } from './filter.ts'

/** One packet in the list. */
export const PacketRow = memo(function PacketRow({ packet, ack, isChosen, id, words, onChoose }: PacketRowProps) {
  const { at, direction, name, code, times, sequence, size } = packet
  const classes = [name === 'ack' ? 'ack' : '', times > 1 ? 'again' : ''].join(' ').trim()
  return (
    <tr id={id} className={classes} aria-selected={isChosen} onClick={() => onChoose(packet.id)}>
      <td>{clock(at)}</td>
      <td className={direction}>
        <Symbol name={`i-${direction}`} />
        <span className="vh">{direction === 'in' ? words.received : words.sent}</span>
      </td>
      <td className="packets__name">
        <span className="cmd">{name}</span> <span className="code">{codeText(code).toUpperCase()}</span>
        {times > 1 ? (
          <span className="code">
            {' '}
            <span aria-hidden="true">×{times}</span>
            <span className="vh">{words.times(times)}</span>
          </span>
        ) : null}
      </td>
      <td className="r">{sequence}</td>
      <td className="r">{size}</td>
      <td className="r">
        {ack === 'needless' ? (
          ''
        ) : ack === 'waiting' ? (
          <>
            <span aria-hidden="true">…</span>
            <span className="vh">{words.waiting}</span>
          </>
        ) : ack === 'none' ? (
          words.noAck
        ) : (
          words.ms(ack)
        )}
      </td>
    </tr>
  )
})

interface PacketRowProps {
  readonly packet: Captured
  readonly ack: number | 'waiting' | 'none' | 'needless'
  readonly isChosen: boolean
  readonly id: string
  readonly words: Rooms['packets']
  readonly onChoose: (id: number) => void
}

/** Hours, minutes and seconds are written alike wherever there are computers that count them. */
const clock = (at: number): string => new Date(at).toTimeString().slice(0, 8)
