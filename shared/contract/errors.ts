/**
 * The closed list of ways a call can fail. The code tells a program what happened; the message, a
 * sentence for people, says what happened, what was kept and what to do. Messages never hold row data.
 */
export const ERROR_CODES = [
  'BAD_ARGS',
  'NOT_FOUND',
  'NO_CASE',
  'CANCELLED',
  'BUSY',
  'NOT_A_CASE',
  'WRONG_PASSPHRASE',
  'CASE_DAMAGED',
  'CASE_FROM_FUTURE',
  'CASE_EXISTS',
  'CASE_LOCKED',
  'CONFLICT',
  'NOT_A_LOG',
  'BAD_MAPPING',
  'SOURCE_DAMAGED',
  'SOURCE_NEEDED',
  'FILE_UNREADABLE',
  'FILE_UNWRITABLE',
  'DISK_FULL',
  'BAD_BUNDLE',
  'ENGINE_STOPPED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure: it crosses the port as code and message; anything else arrives as INTERNAL. */
export class StillwatchError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'StillwatchError';
    this.code = code;
  }
}
