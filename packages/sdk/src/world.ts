// What this library needs of the machine that it runs on. Node's world has sockets and disks, a browser's has WebSockets only,
// and the testing kit's is virtual.
import type { PeerInput, PeerOutcome } from '@seekyou/client'
import type { Ip4, Millis, Text, WallMillis } from '@seekyou/language'

/** Time, chance and roads. One world serves any number of clients. */
export interface World {
  /** A clock that never jumps. */
  now(): Millis
  /** What a moment of that clock is called by people. */
  wall(at: Millis): WallMillis
  /** Chance, from 0 up to, not including, 1. Passwords and marks of requests depend on it: it should not be guessable. */
  random(): number
  /** Calls `act` once, at `time` or as soon as possible after it, never before and never at once. Returns what forgets it. */
  at(time: Millis, act: () => void): () => void
  /**
   * A road for datagrams to a server, such as `icq.example.org:4000` or `wss://icq.example.org/datagrams`; without a port 4000 is
   * meant. Rejects with `CannotReach`. `hear` gets whatever comes from there; `lost` is called once when the road is gone for
   * good, so that another must be opened, and never after `close`. `read` gets what a server has to say beside the protocol, on
   * roads that carry texts as well. None of them is called before the promise is fulfilled.
   */
  openRoad(
    server: string,
    hear: (datagram: Uint8Array) => void,
    lost: () => void,
    read?: (text: string) => void,
  ): Promise<Road>
  /** TCP for one client, where there is any. The numbers of listeners and connections belong to that client alone. */
  readonly openTcp?: (tell: (input: TcpInput) => void) => Tcp
  /** The disk for one client, where there is any. The numbers of transfers belong to that client alone. */
  readonly openFiles?: (tell: (input: FileInput) => void) => Files
}

/** A way to the server. */
export interface Road {
  /** Sends one datagram or drops it: datagrams may get lost. Does nothing after `close`. */
  send(datagram: Uint8Array): void
  /** Sends a text beside the protocol; only on roads that carry texts as well. Does nothing after `close`. */
  readonly write?: (text: string) => void
  /** Gives the road up. */
  close(): void
}

/** What is to be done with sockets. */
export type TcpOutcome = Extract<
  PeerOutcome,
  { kind: 'listen' | 'unlisten' | 'connect' | 'write' | 'close' | 'pause' | 'resume' }
>
/** What sockets tell. */
export type TcpInput = Extract<
  PeerInput,
  { kind: 'listening' | 'notListening' | 'incoming' | 'connected' | 'received' | 'drained' | 'closed' }
>

/** TCP of one client. It never calls `tell` from inside `carryOut`. */
export interface Tcp {
  /** The address of this machine in its own network, told to peers behind the same router; 0 when it has none. */
  readonly inner: Ip4
  /** Does it. */
  carryOut(outcome: TcpOutcome): void
  /** Ends all connections and listeners without a word; nothing is told from here on. */
  close(): void
}

/** What is to be done with files. */
export type FileOutcome = Extract<
  PeerOutcome,
  { kind: 'readFile' | 'openFile' | 'writeFile' | 'finishFile' | 'abandonFile' }
>
/** What the disk tells. */
export type FileInput = Extract<PeerInput, { kind: 'fileRead' | 'fileOpened' | 'fileWritten' | 'fileFailed' }>

/** The files of one client. It never calls `tell` from inside `carryOut`. */
export interface Files {
  /**
   * Prepares files for being sent in a transfer, in this order: their names without folders, and their sizes in bytes. Rejects
   * with `CannotRead` when one of them is not there or is no file.
   */
  offer(
    transfer: number,
    paths: readonly string[],
  ): Promise<readonly { readonly name: string; readonly size: number }[]>
  /**
   * Files of this transfer are to be written into `folder`, which is made if need be. `nameOf` reads a name of the wire; what it
   * returns is reduced once more to a name that is safe here. Nothing is ever overwritten.
   */
  accept(transfer: number, folder: string, nameOf: (name: Text) => string): void
  /** Does it. */
  carryOut(outcome: FileOutcome): void
  /**
   * The transfer is over: closes what is still open; parts stay. Fulfilled, when the disk has done everything before, with the paths
   * of the files that have become whole.
   */
  forget(transfer: number): Promise<readonly string[]>
  /** Closes everything; nothing is told from here on. */
  close(): void
}
