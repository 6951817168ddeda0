import { daysBetween, useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** Where a day begins. */
export function DayLine({ at }: { readonly at: number }) {
  const talk = useWords('talk')
  const dates = useDates()
  const day = dates.day(at)
  const ago = daysBetween(at, Date.now())
  return <li className="day">{ago === 0 ? talk.today(day) : ago === 1 ? talk.yesterday(day) : day}</li>
}
