/** What every version of a database has done to the one before; the first makes it. */
export type Versions = readonly ((database: IDBDatabase) => void)[]

/** A database that opens itself when it is needed, and again when it had to be closed for another tab. */
export interface Database {
  /**
   * Runs `act` in one transaction over these stores; it may wait for nothing but `answer`s. Resolves with what it returned when
   * everything is committed; rejects when anything failed, and then nothing of it is kept.
   */
  run<Result>(
    stores: readonly string[],
    mode: 'readonly' | 'readwrite',
    act: (transaction: IDBTransaction) => Result | Promise<Result>,
  ): Promise<Result>
  /** Deletes everything. */
  destroy(): Promise<void>
}

export function openDatabase(name: string, versions: Versions): Database {
  let connection: Promise<IDBDatabase> | undefined

  const connect = (): Promise<IDBDatabase> => {
    const forgetIt = () => {
      connection = undefined
    }
    connection ??= opened(name, versions, forgetIt).catch((error: unknown) => {
      forgetIt()
      throw error
    })
    return connection
  }

  return {
    async run(stores, mode, act) {
      const transaction = (await connect()).transaction(stores, mode)
      const committed = done(transaction)
      try {
        const result = await act(transaction)
        await committed
        return result
      } catch (error) {
        committed.catch(() => {})
        if (transaction.error === null) abort(transaction)
        throw transaction.error ?? error
      }
    },
    async destroy() {
      ;(await connection?.catch(() => undefined))?.close()
      connection = undefined
      await answer(indexedDB.deleteDatabase(name))
    },
  }
}

/** What a request of a database is answered with. */
export function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function opened(name: string, versions: Versions, gone: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, versions.length)
  request.onupgradeneeded = ({ oldVersion }) => {
    for (const version of versions.slice(oldVersion)) version(request.result)
  }
  return answer(request).then((database) => {
    // Another tab wants to delete or to change it, and waits until nobody has it open.
    database.onversionchange = () => {
      database.close()
      gone()
    }
    database.onclose = gone
    return database
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
  })
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It is over already.
  }
}
