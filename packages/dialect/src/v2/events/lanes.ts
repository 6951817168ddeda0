import type { Uin } from '@seekyou/language'

/**
 * News about one contact goes one at a time, so that the last word is never overtaken by an earlier one that had to be
 * repeated. The lanes of messages are their senders' numbers; these are negative, and neither waits for the other.
 */
export const contactLane = ({ uin }: { readonly uin: Uin }): number => -uin

/**
 * Results of searches go one at a time, and the end after the last of them: a client closes the search when the end comes, and
 * forty results at once would be a flood. No sender has this number.
 */
export const searchLane = (): number => 2 ** 32
