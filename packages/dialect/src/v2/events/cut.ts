import type { Text } from '@seekyou/language'

/** The beginning of a text, as long as the buffers of old clients are. */
export const cut = (text: Text, most: number): Text => (text.length > most ? text.subarray(0, most) : text)
