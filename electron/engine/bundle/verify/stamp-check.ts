import type { Problem, TimeStampReport } from '../../../../shared/contract/bundles.ts';
import { REQUEST_FILE, SIGNED_FILE, STAMP_FILE } from '../bag/bag-manifest.ts';
import { checkTimeStamp } from '../sign/time-stamp.ts';
import { timeStampRequest } from '../sign/time-stamp-request.ts';

/** An answer of a time-stamping authority that lies beside the bundle, and its name. */
export interface StampBeside {
  readonly file: string;
  readonly bytes: Buffer;
}

/**
 * The request for a time stamp, which must be the one that follows from the tag manifest, and the answer, in the bag or
 * beside it, if there is one.
 */
export function checkStamp(
  tags: ReadonlyMap<string, Buffer>,
  beside: StampBeside | undefined,
): { readonly timeStamp: TimeStampReport; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const stamped = tags.get(SIGNED_FILE);
  const request = tags.get(REQUEST_FILE);
  if (stamped && request && !timeStampRequest(stamped).equals(request)) {
    problems.push(
      { file: REQUEST_FILE, problem: `is not the request for a time stamp over ${SIGNED_FILE}` },
      { file: SIGNED_FILE, problem: `is not what ${REQUEST_FILE} was made from` },
    );
  }
  const inside = tags.get(STAMP_FILE);
  const answers = [...(inside ? [{ file: STAMP_FILE, bytes: inside }] : []), ...(beside ? [beside] : [])];
  const reports = answers.map(({ file, bytes }): TimeStampReport => {
    const stamp = stamped ? checkTimeStamp(bytes, stamped) : `stamps ${SIGNED_FILE}, which is missing`;
    if (typeof stamp !== 'string') return { state: 'stamped', ...stamp };
    problems.push({ file, problem: stamp });
    return { state: 'broken' };
  });
  const worst = reports.find(({ state }) => state === 'broken') ?? reports[0];
  return { timeStamp: worst ?? { state: 'none' }, problems };
}
