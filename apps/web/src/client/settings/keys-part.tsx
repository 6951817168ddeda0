import { Fragment } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'

/** What can be done without a mouse. */
export function KeysPart() {
  const words = useWords('settings')
  const { enterSends } = useWatched(useMessenger().settings)
  const keys: readonly (readonly [keyof typeof words.keyNames, readonly (readonly string[])[]])[] = [
    ['search', [['Ctrl', 'K']]],
    [
      'conversations',
      [
        ['Alt', '↑'],
        ['Alt', '↓'],
      ],
    ],
    ['status', [['Alt', '1…8']]],
    ['rename', [['F2']]],
    ['packets', [['Ctrl', 'Shift', 'P']]],
    ['send', [enterSends ? ['Enter'] : ['Ctrl', 'Enter']]],
    ['line', [enterSends ? ['Shift', 'Enter'] : ['Enter']]],
    ['close', [['Esc']]],
  ]
  return (
    <dl className="keys">
      {keys.map(([name, ways]) => (
        <Fragment key={name}>
          <dt>{words.keyNames[name]}</dt>
          <dd>
            {ways.map((way) => (
              <span key={way.join(' ')}>
                {way.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </span>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
