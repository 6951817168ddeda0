import type { Person } from '@seekyou/messenger'
import type { CodePageName } from '@seekyou/wire'
import { useId, useState } from 'react'
import { Switch } from '../../look/switch.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { AskDialog } from '../list/ask-dialog.tsx'
import { nameOfCodePage } from '../name-of-code-page.ts'
import { offeredCodePages } from '../settings/code-pages.ts'
import '../settings/set.css'

/** What this user has decided about somebody: name, group, sight, sounds and letters. */
export function BetweenYou({ person }: { readonly person: Person }) {
  const words = useWords('people')
  const pages = useWords('settings').codePages
  const messenger = useMessenger()
  const { groups } = useWatched(messenger.settings)
  const [isAsking, setAsking] = useState(false)
  const id = useId()
  const { uin, authorization } = person
  const sights: readonly (readonly [Person['sight'], string])[] = [
    ['asUsual', words.sightAsUsual],
    ['always', words.sightAlways],
    ['never', words.sightNever],
  ]
  const states = {
    free: undefined,
    needed: words.stateNeeded,
    asked: words.stateAsked,
    granted: words.stateGranted,
    refused: words.stateRefused,
  }
  const state = states[authorization]
  return (
    <section className="panel">
      <h2>{words.between}</h2>
      {person.isContact ? <NameSetting key={uin} person={person} /> : null}
      {person.isContact && groups.length > 0 ? (
        <div className="set">
          <label htmlFor={`${id}-group`}>{words.group}</label>
          <select
            className="select"
            id={`${id}-group`}
            value={person.group}
            onChange={(event) => messenger.moveToGroup(uin, event.currentTarget.value)}
          >
            <option value="">{words.noGroup}</option>
            {groups.map((group) => (
              <option key={group}>{group}</option>
            ))}
          </select>
        </div>
      ) : null}
      {person.isContact && state !== undefined ? (
        <div className="set">
          <div>
            {words.authorization}
            <small>{state}</small>
          </div>
          {authorization === 'granted' ? null : (
            <button type="button" className="btn btn--small" onClick={() => setAsking(true)}>
              {words.asksAgain}
            </button>
          )}
        </div>
      ) : null}
      <Switch
        label={words.mute}
        hint={words.muteHint}
        isOn={person.isMuted}
        onChange={(isMuted) => messenger.mute(uin, isMuted)}
      />
      <div className="set set--stack">
        <label htmlFor={`${id}-sight`}>
          {words.sight}
          <small>{words.sightHint}</small>
        </label>
        <select
          className="select"
          id={`${id}-sight`}
          value={person.sight}
          onChange={(event) => messenger.setSight(uin, event.currentTarget.value as Person['sight'])}
        >
          {sights.map(([sight, label]) => (
            <option key={sight} value={sight}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="set set--stack">
        <label htmlFor={`${id}-letters`}>
          {words.letters}
          <small>{words.lettersHint}</small>
        </label>
        <select
          className="select"
          id={`${id}-letters`}
          value={person.isCodePageChosen ? person.codePage : ''}
          onChange={(event) =>
            messenger.chooseCodePage(uin, (event.currentTarget.value as CodePageName | '') || undefined)
          }
        >
          <option value="">
            {person.isCodePageChosen ? words.lettersGuess : words.lettersGuessed(nameOfCodePage(person.codePage))}
          </option>
          {offeredCodePages.map((name) => (
            <option key={name} value={name}>
              {pages[name]}
            </option>
          ))}
        </select>
      </div>
      {isAsking ? <AskDialog person={person} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

function NameSetting({ person }: { readonly person: Person }) {
  const words = useWords('people')
  const messenger = useMessenger()
  const [name, setName] = useState(person.givenName)
  const id = useId()
  return (
    <form
      className="set set--stack"
      onSubmit={(event) => {
        event.preventDefault()
        messenger.rename(person.uin, name.trim())
      }}
    >
      <label htmlFor={id}>
        {words.givenName}
        <small>{words.givenNameHint}</small>
      </label>
      <span className="row">
        <input
          className="input"
          id={id}
          maxLength={60}
          autoComplete="off"
          placeholder={person.nick}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" className="btn" disabled={name.trim() === person.givenName}>
          {words.save}
        </button>
      </span>
    </form>
  )
}
