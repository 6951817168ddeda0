/** What a gateway has counted since it began. Plain numbers that only grow; names are those of the metrics. */
export class GatewayCounts {
  httpRequests = 0
  webSocketsOpened = 0
  webSocketsClosed = 0
  /** Refused: the page came from another site. */
  webSocketsForeign = 0
  /** Refused: too many from one address, or in all. */
  webSocketsTooMany = 0
  /** Closed: nothing had come for a minute. */
  webSocketsSilent = 0
  /** Closed: too much waited for a browser that did not read. */
  webSocketsStalled = 0
  /** Closed: a message was longer than anything that a client says. */
  webSocketsTooLong = 0
  webDatagramsIn = 0
  webDatagramsOut = 0
  /** Lost, because a browser did not read fast enough. */
  webDatagramsDropped = 0
  asidesMet = 0
  asidesRefused = 0
  /** Refused: more than ten in a second. */
  asidesTooFast = 0
  /** Ignored: no aside. */
  asidesMalformed = 0
  /** Browsers have kept a page from doing what it must not. */
  cspReports = 0
}
