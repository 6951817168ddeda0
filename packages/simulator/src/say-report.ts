import type { Counts } from './many-seeds.ts'
import type { Report } from './report.ts'

const complaintsShown = 10

/** A report for people, line by line. */
export function sayReport(report: Report, wallMs: number): string[] {
  const { messages, direct, visits, presence, directory, amplification, complaints } = report
  const lines = [
    `virtual time   ${duration(report.virtualMs)}`,
    `wall time      ${(wallMs / 1_000).toFixed(1)} s`,
    `datagrams      ${count(report.datagrams)}, ${count(report.lost)} of them lost`,
    `weather        ${report.weather}`,
    `server         ${report.crashes} crashes, ${report.stops} stops; ${count(visits.resumed)} times somebody stayed on, ` +
      `${count(visits.forgotten)} times they did not and need not`,
    `messages       ${count(messages.written)} written, ${count(messages.acknowledged)} acknowledged, ` +
      `${count(messages.shown)} shown, ${count(messages.repeated)} repeated, ${count(messages.refused)} refused`,
    ...(direct.connections === 0 ? [] : [sayDirect(direct)]),
    `presence       ${count(presence.changes)} changes learned, ${(presence.within30s * 100).toFixed(2)} % within 30 s, ` +
      `99.5 % within ${(presence.p995Ms / 1_000).toFixed(1)} s, worst ${(presence.worstMs / 1_000).toFixed(1)} s`,
    `directory      ${count(directory.answers)} true answers, ${count(directory.changes)} changes confirmed and kept, ` +
      `${count(directory.passwordsChecked)} passwords checked`,
    `strangers      told at most ${amplification.toFixed(2)} bytes for each that came from their address`,
    `trace hash     ${report.hash} over ${count(report.events)} events`,
  ]
  if (complaints.length === 0) return [...lines, 'every promise was kept']
  return [...lines, `${complaints.length} broken promises`, ...sayComplaints(report)]
}

const sayDirect = ({ messages, received, connections, broken }: Report['direct']): string =>
  `directly       ${count(messages)} messages, ${count(received)} files and pieces of chats ` +
  `over ${count(connections)} connections, ${count(broken)} of which broke`

/** The first complaints, one line each. */
export function sayComplaints({ complaints }: Pick<Report, 'complaints'>): string[] {
  const lines = complaints
    .slice(0, complaintsShown)
    .map(({ witness, at, sentence }) => `  ${(at / 1_000).toFixed(3)} s  ${witness}: ${sentence}`)
  return complaints.length > complaintsShown ? [...lines, `  and ${complaints.length - complaintsShown} more`] : lines
}

/** What happened in many towns together, in one line. */
export const sayCounts = ({ crashes, stops, resumed, messages, repeated, datagrams, direct }: Counts): string =>
  `${count(crashes)} crashes and ${count(stops)} stops, ${count(resumed)} times somebody stayed on; ` +
  `${count(messages)} messages acknowledged${direct > 0 ? `, ${count(direct)} more by the recipients` : ''}, ${count(repeated)} shown again; ${count(datagrams)} datagrams`

const count = (number: number): string => number.toLocaleString('en')

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
