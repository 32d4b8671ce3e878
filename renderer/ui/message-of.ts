import { StillwatchError } from '../../shared/contract/errors.ts';

/** The sentence to show for a failed call. Unexpected errors are named, never shown raw. */
export function messageOf(error: unknown): string {
  if (error instanceof StillwatchError) return error.message;
  return 'Something unexpected went wrong in this window. What was saved in the case before is kept. Try again, or open the case again.';
}

/** True when the person, or a newer question, ended the call: nothing to report. */
export function isCancelled(error: unknown): boolean {
  return (
    (error instanceof StillwatchError && error.code === 'CANCELLED') ||
    (error instanceof DOMException && error.name === 'AbortError')
  );
}
