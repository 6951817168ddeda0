/** A text that begins with a command. */
export interface Command {
  /** Without the slash, in small letters. */
  readonly name: string
  /** Everything behind the command, without the blanks around it. Empty when there is nothing. */
  readonly arguments: string
}

/** Reads `/name and arguments`. Undefined when the text is no command. */
export function parseCommand(text: string): Command | undefined {
  const found = /^\s*\/(\S+)(?:\s+([\s\S]*?))?\s*$/u.exec(text)
  if (!found) return undefined
  return { name: found[1]!.toLowerCase(), arguments: found[2] ?? '' }
}

/** The name of a command as `parseCommand` gives it; it may be written with or without its slash. */
export const commandName = (name: string): string => name.replace(/^\//, '').toLowerCase()
