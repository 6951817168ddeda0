import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { troubleOf } from '../office/trouble.ts'
import { Page } from '../shell/page.tsx'
import { TroubleNote } from './trouble-note.tsx'

/** In place of a page that could not be fetched. */
export function NotFetched(): ReactNode {
  const words = useWords('admin').parts
  return (
    <Page title={words.notFetched}>
      <TroubleNote trouble={troubleOf('unreachable')} again={() => location.reload()} />
    </Page>
  )
}
