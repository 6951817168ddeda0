import type { Ref } from 'react'
import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Find } from './use-find.ts'

/** What to search by, and what for. */
export function FindForm({ find, ref }: { readonly find: Find; readonly ref: Ref<HTMLFormElement> }) {
  const words = useWords('people')
  const kinds = [
    ['name', words.byName, 'i-person'],
    ['number', words.byNumber, 'i-key'],
    ['email', words.byEmail, 'i-mail'],
  ] as const
  const hint = { name: words.nameHint, number: words.numberHint, email: words.emailHint }[find.by]
  const wrong = { name: words.noWords, number: words.noNumber, email: words.noEmail }[find.by]
  const text = (name: 'nick' | 'first' | 'last' | 'email' | 'number', label: string, isFirst = false) => (
    <Field label={label} error={isFirst && find.isWrong ? wrong : undefined}>
      {(tie) => (
        <input
          {...tie}
          className="input"
          type={name === 'email' ? 'email' : 'text'}
          inputMode={name === 'number' ? 'numeric' : name === 'email' ? 'email' : 'text'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...(isFirst ? {} : { placeholder: words.any })}
          value={find[name]}
          onChange={(event) => find.type({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <search>
      <form
        ref={ref}
        className="panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          find.search()
        }}
      >
        <fieldset className="seg">
          <legend className="vh">{words.by}</legend>
          {kinds.map(([by, label, symbol]) => (
            <label key={by}>
              <input type="radio" name="by" checked={find.by === by} onChange={() => find.type({ by })} />
              <Symbol name={symbol} />
              {label}
            </label>
          ))}
        </fieldset>
        {find.by === 'name' ? (
          <div className="cols-3">
            {text('nick', words.nick, true)}
            {text('first', words.first)}
            {text('last', words.last)}
          </div>
        ) : find.by === 'number' ? (
          text('number', words.number, true)
        ) : (
          text('email', words.email, true)
        )}
        <div className="row">
          <button type="submit" className="btn btn--go">
            <Symbol name="i-search" />
            {words.search}
          </button>
          <span className="small">{find.isLineDown ? words.offlineHint : hint}</span>
        </div>
      </form>
    </search>
  )
}
