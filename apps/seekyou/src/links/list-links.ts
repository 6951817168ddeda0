import type { Answer, Ask } from '@seekyou/office'
import type { Registry } from '../control/registry.ts'

const pageSize = 1_000

/** Who is signed on, some at a time. */
export async function listLinks(
  { after = 0, count = pageSize }: Ask<'listLinks'>,
  { server }: Registry,
): Promise<Answer<'listLinks'>> {
  const links = server.links()
  const left = links.filter(({ uin }) => uin > after)
  const rows = left.slice(0, count)
  return { rows, total: links.length, next: left.length > count ? rows.at(-1)?.uin : undefined }
}
