import type { Language } from './language.ts'
import type { Room, Rooms } from './rooms.ts'

/** Fetches the words of a room once; asking again gives the same promise. */
export function loadWords<R extends Room>(language: Language, room: R): Promise<Rooms[R]> {
  const key = `${language}/${room}`
  let loading = underWay.get(key)
  if (loading === undefined) {
    loading = settled(fetchWords(language, room).then((module) => module[room]))
    // A line that was down is no reason to stay without words.
    loading.catch(() => underWay.delete(key))
    underWay.set(key, loading)
  }
  return loading as Promise<Rooms[R]>
}

type Module = Readonly<Record<string, unknown>>

const underWay = new Map<string, Promise<unknown>>()
const core = import.meta.glob<Module>('./*/core.ts')
const others = import.meta.glob<Module>(['./{en,ru,uk}/*.ts', '!./*/{core,common,list,statuses,talk}.ts'])

async function fetchWords(language: Language, room: Room): Promise<Module> {
  const load = others[`./${language}/${room}.ts`] ?? core[`./${language}/core.ts`]
  if (load === undefined) throw new Error(`There are no words for ${room} in ${language}.`)
  return load()
}

/** Writes on a promise what has become of it, as React does: one that is kept already is drawn without waiting. */
function settled<Value>(promise: Promise<Value>): Promise<Value> {
  const marked = promise as Promise<Value> & { status?: string; value?: Value }
  marked.then(
    (value) => {
      marked.status = 'fulfilled'
      marked.value = value
    },
    () => {},
  )
  return marked
}
