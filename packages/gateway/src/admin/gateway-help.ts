import type { GatewayCounts } from '../counts.ts'
import type { AdminCounts } from './admin-counts.ts'

/** What the listeners for browsers count, in one line each. A counter without a line here does not compile. */
export const gatewayHelp: Readonly<Record<keyof GatewayCounts | keyof AdminCounts, string>> = {
  httpRequests: 'HTTP requests to the listener of the web application',
  webSocketsOpened: 'WebSockets that were opened',
  webSocketsClosed: 'WebSockets that were closed, for whatever reason',
  webSocketsForeign: 'WebSockets refused because the page came from another site',
  webSocketsTooMany: 'WebSockets refused because too many were open',
  webSocketsSilent: 'WebSockets closed because nothing had come for a minute',
  webSocketsStalled: 'WebSockets closed because too much waited for a browser that did not read',
  webSocketsTooLong: 'WebSockets closed because a message was longer than anything that a client says',
  webDatagramsIn: 'Datagrams that came over WebSockets',
  webDatagramsOut: 'Datagrams that were sent over WebSockets',
  webDatagramsDropped: 'Datagrams lost because a browser did not read fast enough',
  asidesMet: 'Requests of browsers beside the datagrams that were met',
  asidesRefused: 'Requests of browsers beside the datagrams that were refused',
  asidesTooFast: 'Requests of browsers beside the datagrams beyond what is taken in a second',
  asidesMalformed: 'Text messages over WebSockets that were no request',
  cspReports: 'Reports of browsers that a page of the web application was kept from doing something',
  adminRequestsRefused: 'Requests to the administrators’ listener that were refused',
  adminTriesFailed: 'Wrong passwords and setup codes of administrators',
  adminTriesHeldUp: 'Tries with passwords and setup codes turned away because too many had failed',
  adminCspReports: 'Reports of browsers that an admin page was kept from doing something',
}
