import { StillwatchError } from '../../shared/contract/errors.ts';
import { cannotWrite } from './case/cannot-write.ts';
import { sqliteCode } from './case/database.ts';

/** What is wrong with the machine rather than with the program, as a sentence; anything else as it is. */
export function machineFault(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new StillwatchError(
      'INTERNAL',
      'There was not enough memory for this. Nothing of it was kept; what was saved before is. Close other programs, or take less at a time, and try again.',
    );
  return sqliteCode(error)?.startsWith('SQLITE_IOERR')
    ? cannotWrite(error, 'What was saved before is kept.')
    : error;
}
