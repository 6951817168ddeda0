import { InvalidArgumentError } from 'commander'

/** `on` or `off`. */
export function parseSwitch(text: string): boolean {
  if (text === 'on') return true
  if (text === 'off') return false
  throw new InvalidArgumentError('Choose one of on, off.')
}

/** `on`, `off`, or `default`: as for everybody. */
export function parseSwitchOrDefault(text: string): boolean | 'default' {
  if (text === 'on' || text === 'off' || text === 'default') return text === 'default' ? text : text === 'on'
  throw new InvalidArgumentError('Choose one of on, off, default.')
}

/** A whole number, or `default`: as for everybody. */
export function parseCountOrDefault(text: string): number | 'default' {
  if (text === 'default') return text
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a whole number from 0 to 999999, or default.')
}
