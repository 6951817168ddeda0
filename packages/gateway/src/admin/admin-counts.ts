/** What the administrators' listener has counted since it began. Plain numbers that only grow; names are those of the metrics. */
export class AdminCounts {
  adminRequestsRefused = 0
  /** Wrong passwords and setup codes. */
  adminTriesFailed = 0
  /** … that were not even looked at, because too many had failed. */
  adminTriesHeldUp = 0
  adminCspReports = 0
}
