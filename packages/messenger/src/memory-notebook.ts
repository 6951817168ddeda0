import type { Notebook } from './options.ts'

/** A notebook that ends with the program, for tests: two messengers in turn can be given the same one. */
export function memoryNotebook(): Notebook {
  const pages = new Map<string, unknown>()
  return {
    // As a disk would: nobody holds what somebody else changes.
    read: async () => structuredClone(pages),
    write: async (name, value) => {
      if (value === undefined) pages.delete(name)
      else pages.set(name, structuredClone(value))
    },
  }
}
