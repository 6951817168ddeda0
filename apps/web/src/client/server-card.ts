import { useEffect, useState } from 'react'

/** What a server says about itself to whoever asks. */
export interface ServerCard {
  readonly name: string
  readonly registration: string
  readonly mayRegister: boolean
  readonly udpPort: number
  readonly hostName?: string
  readonly version: string
}

/** The card of the server that these pages came from; undefined until it is here, or when it cannot be had. */
export function useServerCard(): ServerCard | undefined {
  const [card, setCard] = useState<ServerCard | undefined>()
  useEffect(() => {
    let isWanted = true
    fetchCard().then(
      (fetched) => isWanted && setCard(fetched),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [])
  return card
}

let underWay: Promise<ServerCard> | undefined

function fetchCard(): Promise<ServerCard> {
  underWay ??= fetch('/server.json').then(async (response) => {
    if (!response.ok) throw new Error(`server.json: ${response.status}`)
    return (await response.json()) as ServerCard
  })
  underWay.catch(() => {
    underWay = undefined
  })
  return underWay
}
