import type { Person } from '@seekyou/messenger'
import { useMessenger } from '../contexts.ts'
import { exportText } from './export-text.ts'
import { useTextOf } from './use-text-of.ts'

/** Saves everything that was said with somebody as a text file. */
export function useExport(person: Person): () => void {
  const messenger = useMessenger()
  const textOf = useTextOf()
  return () => {
    const names = { me: messenger.self.get().nick, them: person.name }
    void exportText(messenger.exportHistory(person.uin), names, textOf).then((text) =>
      save(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${person.uin}.txt`),
    )
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The download has begun by the next turn, and the address is not needed any more.
  setTimeout(() => URL.revokeObjectURL(link.href))
}
