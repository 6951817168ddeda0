import { uin, type WallMillis } from '@seekyou/language'
import type { Entry } from '@seekyou/messenger'
import { expect, test } from 'vitest'
import { exportText } from './export-text.ts'

async function* two(): AsyncIterable<Entry> {
  const at = new Date(1998, 10, 22, 9, 5, 7).getTime() as WallMillis
  yield { id: '1', with: uin(204118), at, author: 'them', content: { type: 'message', text: 'hello\nthere' } }
  yield { id: '2', with: uin(204118), at, author: 'me', content: { type: 'message', text: 'привет' } }
}

test('each entry is a line with its moment and its author', async () => {
  const text = await exportText(two(), { me: 'ann', them: 'bob' }, (content) => ('text' in content ? content.text : ''))
  expect(text).toBe('1998-11-22 09:05:07  bob: hello\n    there\n1998-11-22 09:05:07  ann: привет\n')
})
