import { type Endpoint, RawClient } from '../raw-client.ts'

/** All sockets of one life of the server, so that none outlives it. */
export class Clients {
  readonly #server: Endpoint
  readonly #open = new Set<RawClient>()
  #isOver = false

  constructor(server: Endpoint) {
    this.#server = server
  }

  /** A client that has said nothing yet. Rejects when this life is over. */
  async open(): Promise<RawClient> {
    const client = await RawClient.open(this.#server)
    if (this.#isOver) {
      await client.close()
      throw new Error('this life is over')
    }
    this.#open.add(client)
    return client
  }

  async close(client: RawClient): Promise<void> {
    if (this.#open.delete(client)) await client.close()
  }

  /** Closes everything. Whoever waits for something is told that it will not come. */
  async closeAll(): Promise<void> {
    this.#isOver = true
    await Promise.all([...this.#open].map((client) => this.close(client)))
  }

  isOpen(client: RawClient): boolean {
    return this.#open.has(client)
  }
}
