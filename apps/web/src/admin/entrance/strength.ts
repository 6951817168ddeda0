/** How hard a password is to guess, and the first thing that makes it easier. */
export interface Strength {
  readonly level: 'short' | 'weak' | 'good' | 'strong'
  readonly because?: 'missing' | 'name' | 'common' | 'repeats' | 'fewKinds'
  /** How many characters are missing to the least length. */
  readonly missing: number
}

/** So many characters are the least. */
export const leastLength = 12

/** An estimate for advice while somebody types; the server asks for the least length only. */
export function strengthOf(password: string, name: string): Strength {
  const characters = [...password]
  const missing = Math.max(0, leastLength - characters.length)
  if (missing > 0) return { level: 'short', because: 'missing', missing }
  const lower = password.toLowerCase()
  if (name.length > 2 && lower.includes(name.toLowerCase())) return { level: 'weak', because: 'name', missing }
  if (common.some((word) => lower.includes(word)) && characters.length < 20)
    return { level: 'weak', because: 'common', missing }
  if (stepsOf(characters) < characters.length / 2) return { level: 'weak', because: 'repeats', missing }
  const kinds = kindsOf.filter((kind) => kind.test(password)).length
  if (kinds < 2 && characters.length < 16) return { level: 'weak', because: 'fewKinds', missing }
  return { level: stepsOf(characters) * (1 + kinds / 2) < 36 ? 'good' : 'strong', missing }
}

/** Characters that neither repeat the one before nor follow it in the alphabet. */
function stepsOf(characters: readonly string[]): number {
  return characters.filter((character, index) => {
    const before = characters[index - 1]?.codePointAt(0) ?? -9
    return Math.abs(character.codePointAt(0)! - before) > 1
  }).length
}

const kindsOf = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]
const common = ['password', 'passwort', 'qwerty', 'asdfgh', '12345', 'admin', 'seekyou', 'letmein', 'пароль', 'йцукен']
