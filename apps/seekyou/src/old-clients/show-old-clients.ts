import type { Answer } from '@seekyou/office'

/** The port that the clients of the time ask for when nobody tells them another. */
const usualPort = 4_000

/** How to point a client of the time at this server, for somebody who sits before one. */
export function showOldClients({ host, port, hosts, hostsFiles, registry }: Answer<'oldClients'>): string {
  const width = Math.max(...hostsFiles.map(({ system }) => system.length))
  const files = hostsFiles.map(({ system, path }) => `  ${system.padEnd(width)}  ${path}`).join('\n')
  const otherPort =
    port === usualPort ? '' : `This helps only once the server listens on port ${usualPort}: it listens on ${port}.\n`
  return `\
A client that can be told (ICQ 97 to 99: Preferences, Servers)

  server ${host}, port ${port}

A client that cannot: lines in its hosts file (seekyou old-clients --hosts)
${otherPort}
${indented(hosts)}

${files}

ICQ 98 to 2003: a registry file (seekyou old-clients --registry > seekyou.reg)

${indented(registry)}`
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
