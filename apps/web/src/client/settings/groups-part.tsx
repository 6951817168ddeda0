import { useState } from 'react'
import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { RemoveGroupDialog, RenameGroupDialog } from './group-dialogs.tsx'
import { moved, withGroup } from './group-order.ts'

/** The own groups: their order, their names, and new ones. */
export function GroupsPart() {
  const words = useWords('settings')
  const messenger = useMessenger()
  const { groups } = useWatched(messenger.settings)
  const people = [...useWatched(messenger.people).values()]
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string | undefined>()
  const [asks, setAsks] = useState<{ readonly what: 'rename' | 'remove'; readonly group: string } | undefined>()

  function add(): void {
    const next = withGroup(groups, name)
    if (typeof next === 'string') {
      setWrong(next === 'empty' ? words.groupEmpty : words.groupTaken)
      return
    }
    messenger.changeSettings({ groups: next })
    setName('')
  }

  const button = (symbol: string, label: string, act: () => void, isDisabled = false) => (
    <button type="button" className="icon-btn" aria-label={label} title={label} disabled={isDisabled} onClick={act}>
      <Symbol name={symbol} />
    </button>
  )
  return (
    <>
      <p className="small">{groups.length === 0 ? words.noGroups : words.groupsHint}</p>
      {groups.length === 0 ? null : (
        <ul className="lines">
          {groups.map((group, i) => (
            <li key={group}>
              <span>
                <bdi>{group}</bdi>{' '}
                <small>
                  {words.members(people.filter((person) => person.isContact && person.group === group).length)}
                </small>
              </span>
              {button(
                'i-up',
                words.up(group),
                () => messenger.changeSettings({ groups: moved(groups, i, -1) }),
                i === 0,
              )}
              {button(
                'i-down',
                words.down(group),
                () => messenger.changeSettings({ groups: moved(groups, i, 1) }),
                i === groups.length - 1,
              )}
              {button('i-edit', words.rename(group), () => setAsks({ what: 'rename', group }))}
              {button('i-trash', words.remove(group), () => setAsks({ what: 'remove', group }))}
            </li>
          ))}
        </ul>
      )}
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Field label={words.newGroup} error={wrong}>
          {(tie) => (
            <input
              {...tie}
              className="input"
              maxLength={40}
              autoComplete="off"
              value={name}
              onChange={(event) => {
                setName(event.currentTarget.value)
                setWrong(undefined)
              }}
            />
          )}
        </Field>
        <button type="submit" className="btn">
          <Symbol name="i-plus" />
          {words.addGroup}
        </button>
      </form>
      {asks?.what === 'rename' ? <RenameGroupDialog group={asks.group} onClose={() => setAsks(undefined)} /> : null}
      {asks?.what === 'remove' ? <RemoveGroupDialog group={asks.group} onClose={() => setAsks(undefined)} /> : null}
    </>
  )
}
