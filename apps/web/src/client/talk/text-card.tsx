import type { Entry } from '@seekyou/messenger'
import { Symbol } from '../../look/symbol.tsx'
import { Meta } from './meta.tsx'
import { Said } from './said.tsx'

/** A text of another origin than the one who is written with: the operator, a web page, e-mail. */
export function TextCard({ entry, symbol, title, text }: TextCardProps) {
  return (
    <div className="card">
      <div className="card__kind">
        <Symbol name={symbol} />
        <span>{title}</span>
        <Meta entry={entry} />
      </div>
      <div className="card__body card__text" dir="auto">
        <Said text={text} />
      </div>
    </div>
  )
}

interface TextCardProps {
  readonly entry: Entry
  readonly symbol: string
  readonly title: string
  readonly text: string
}
