import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to a TCP port that can be cut as often as a test likes, and is there again at once. */
export interface CuttableLine {
  /** Where to connect instead: `127.0.0.1:12345`. */
  readonly address: string
  /** Ends all connections without a word. */
  cut(): void
  close(): Promise<void>
}

/** Opens a line to `host:port`. */
export async function openCut(to: string): Promise<CuttableLine> {
  const { hostname: host, port } = new URL(`tcp://${to}`)
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), host)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        ends.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    for (const one of ends) one.destroy()
  }
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close() {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
