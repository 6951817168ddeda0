import type { Reader } from './reader.ts'
import type { Writer } from './writer.ts'

/** A source of chance: each call gives a number from 0 up to, not including, 1. */
export type Dice = () => number

/** Turns text bytes into something a person can read; the code page is the caller's choice. */
export type Spell = (text: Uint8Array) => string

/** Data that survives `JSON.stringify` unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** One field's kind: how its bytes and its value become each other. Fields are data and are shared between packets. */
export interface Field<T> {
  /** The name that documents and inspectors show: `u16`, `text`, `ip4` … */
  readonly type: string
  /** How many bytes it takes, or undefined when that depends on the value. */
  readonly size: number | undefined
  /** One remark for documents and inspectors. */
  readonly note?: string
  /** True for passwords: inspectors mask them. */
  readonly secret?: true
  /** True when a shorter packet is no fault: this field is then absent, a default, or decided by the size. */
  readonly lenient?: true
  /** True when it takes all bytes that are left, so that nothing can trail it. */
  readonly greedy?: true
  /** True when the value may lack this field altogether. */
  readonly optional?: true
  /** Reads the value and moves on; a fault is left in the reader. `undefined` means that an optional field is absent. */
  read(reader: Reader): T
  /** Writes the value in its canonical form. */
  write(writer: Writer, value: T): void
  /** A random valid value. */
  sample(dice: Dice): T
  /** The value as one line for a person. */
  show(value: T, spell: Spell): string
  /** The value as data for programs that read the inspector's output. */
  plain(value: T, spell: Spell): Json
}

/** The same field with a remark. */
export function note<F extends Field<unknown>>(field: F, note: string): F {
  return { ...field, note }
}

/** The same field, marked as a secret that inspectors mask. */
export function secret<F extends Field<unknown>>(field: F): F {
  return { ...field, secret: true }
}

/** A whole number from 0 to `most`, both included. */
export const roll = (dice: Dice, most: number): number => Math.floor(dice() * (most + 1))

/** Bytes as upper-case hexadecimal pairs with single spaces. */
export function hex(bytes: Uint8Array): string {
  let line = ''
  for (const byte of bytes) line += (line === '' ? '' : ' ') + digits(byte, 2)
  return line
}

/** Bytes as lower-case hexadecimal digits without spaces: the form for programs. */
export function plainHex(bytes: Uint8Array): string {
  let line = ''
  for (const byte of bytes) line += byte.toString(16).padStart(2, '0')
  return line
}

/** A number in hexadecimal with at least `width` digits, in upper case and without a prefix. */
export const digits = (value: number, width: number): string => value.toString(16).toUpperCase().padStart(width, '0')
