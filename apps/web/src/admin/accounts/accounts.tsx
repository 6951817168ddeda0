import { type ReactNode, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAsked } from '../office/use-asked.ts'
import { Choice } from '../parts/choice.tsx'
import { Nothing } from '../parts/nothing.tsx'
import { Pager } from '../parts/pager.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { Wait } from '../parts/wait.tsx'
import { Page } from '../shell/page.tsx'
import type { Account, Only } from './account.ts'
import { AccountDialog, type Opened } from './account-dialog.tsx'
import { AccountsTable } from './accounts-table.tsx'
import { useAccounts } from './use-accounts.ts'
import './accounts.css'

const filters = ['all', 'online', 'banned', 'leaving'] as const

/** Everybody who has a number, and what can be done about them. */
export function Accounts(): ReactNode {
  const words = useWords('admin').accounts
  const speech = useSpeech()
  const found = useAccounts()
  const counts = useAsked(countAll, '')
  const [opened, setOpened] = useState<Opened>()
  const { answer, answeredAt, trouble, text, only } = found
  const refresh = (): void => {
    found.again()
    counts.again()
  }
  const close = (): void => {
    setOpened(undefined)
    refresh()
  }
  return (
    <Page title={words.title} {...(counts.answer && { about: words.about(counts.answer.all, counts.answer.online) })}>
      <div className="tools">
        <SearchField label={words.search} value={text} onChange={found.search} />
        <Choice<Only>
          legend={words.show}
          value={only}
          options={filters.map((value) => ({
            value,
            label: words.filters[value],
            ...(counts.answer && { count: speech.number(counts.answer[value]) }),
          }))}
          onChange={found.show}
        />
        <span className="spacer" />
        <button type="button" className="btn btn--go" onClick={() => setOpened({ what: 'create' })}>
          <Symbol name="i-add-person" />
          {words.create}
        </button>
      </div>
      <TroubleNote trouble={trouble} knownAt={answer && answeredAt} again={found.again} />
      {answer === undefined ? (
        trouble === undefined && <Wait />
      ) : answer.rows.length === 0 ? (
        <div className="panel">
          <Nothing title={text === '' ? words.none[only] : words.noMatch(text)}>
            <p>{words.noMatchAdvice}</p>
            {(text !== '' || only !== 'all') && (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  found.search('')
                  found.show('all')
                }}
              >
                {words.showAll}
              </button>
            )}
          </Nothing>
        </div>
      ) : (
        <>
          <AccountsTable
            rows={answer.rows}
            open={(what, account: Account) => setOpened({ what, account })}
            refresh={refresh}
          />
          <Pager
            from={found.skipped + 1}
            to={found.skipped + answer.rows.length}
            total={answer.total}
            {...(found.skipped > 0 && { earlier: found.earlier })}
            {...(answer.next !== undefined && { later: found.later })}
          />
        </>
      )}
      {opened && <AccountDialog opened={opened} onClose={close} />}
    </Page>
  )
}

async function countAll(): Promise<Readonly<Record<Only, number>>> {
  const totals = await Promise.all(
    filters.map(async (only) => (await ask('findUsers', { only: only === 'all' ? undefined : only, count: 1 })).total),
  )
  return Object.fromEntries(filters.map((only, index) => [only, totals[index]])) as Record<Only, number>
}
