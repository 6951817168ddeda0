import type { EntryContent } from '@seekyou/messenger'
import { useCallback } from 'react'
import { useWords } from '../../words/use-words.ts'

/** What an entry says in one line of plain text: for lists, search, export and whoever listens. */
export function useTextOf(): (content: EntryContent) => string {
  const talk = useWords('talk')
  const statuses = useWords('statuses')
  return useCallback(
    (content) => {
      switch (content.type) {
        case 'message':
        case 'broadcast':
          return content.text
        case 'pager':
        case 'email':
          return `${content.subject} ${content.text}`.trim()
        case 'url':
          return `${content.description} ${content.url}`.trim()
        case 'contacts':
          return content.contacts.map(({ nick, uin }) => nick || String(uin)).join(', ')
        case 'status':
          return statuses[content.status ?? 'offline']
        case 'authorizationRequested':
        case 'authorizationGranted':
        case 'authorizationRefused':
        case 'added':
          return 'reason' in content ? content.reason : ''
        case 'other':
          return talk.other
      }
    },
    [talk, statuses],
  )
}
