import type { Uin } from '@seekyou/language'

/**
 * News about one contact goes one at a time, so that the last word is never overtaken by an earlier one that had to be
 * repeated. The lanes of messages are their senders' numbers; these are negative, and neither waits for the other.
 */
export const contactLane = ({ uin }: { readonly uin: Uin }): number => -uin
