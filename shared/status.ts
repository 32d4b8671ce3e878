const FAILED_WORD =
  /fail|error|denied|reject|invalid|timeout|timed.?out|cancel|abort|limit|exceeded|blocked|unavailable|forbidden|unauthori[sz]ed/i;

/**
 * Whether a request's status says that it failed: an HTTP status of 400 or above, or a word for failing.
 * A status of another kind, or none, counts as not failed.
 */
export function isFailedStatus(status: string): boolean {
  if (/^\d{3}(\.0)?$/.test(status)) return Number(status) >= 400;
  return FAILED_WORD.test(status);
}
