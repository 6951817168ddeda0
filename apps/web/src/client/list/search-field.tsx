import type { KeyboardEvent } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'

/** Where one types whom or what one looks for. Arrow down goes to what was found, Enter opens the first of it, Escape ends it. */
export function SearchField({ typed, onType }: { readonly typed: string; readonly onType: (typed: string) => void }) {
  const list = useWords('list')
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const first = document.querySelector<HTMLAnchorElement>('.list .contacts a')
    if (event.key === 'Escape' && typed !== '') onType('')
    else if (event.key === 'ArrowDown') first?.focus()
    else if (event.key === 'Enter' && typed.trim() !== '') first?.click()
    else return
    event.preventDefault()
  }
  return (
    <div className="with-icon">
      <Symbol name="i-search" className="icon icon--s" />
      <input
        className="input"
        id="search"
        type="search"
        placeholder={list.search}
        aria-label={list.search}
        autoComplete="off"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={press}
      />
    </div>
  )
}
