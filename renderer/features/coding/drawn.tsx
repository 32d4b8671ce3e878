import type { CodingResult } from '../../../shared/contract/coding.ts';
import { formatUnits } from '../../ui/format.ts';
import { fewerWords, halfWords } from './result-words.ts';

export type DrawnSample = Pick<CodingResult, 'frame' | 'drawn'>;

/** Out of how many accounts each half was drawn, and what that means for whoever drew it. */
export function Drawn({ drawn: { frame, drawn }, size }: { drawn: DrawnSample; size: number }) {
  const fewer = fewerWords(drawn, size);
  return (
    <>
      <p>
        {formatUnits(drawn.operator + drawn.cohort, 'account')}: {halfWords('operator', drawn, frame)}, and{' '}
        {halfWords('cohort', drawn, frame)}.
      </p>
      {fewer !== null && <p>{fewer}</p>}
      <p>
        You know which operator it is about, so you are no blind coder of it. Ask somebody else to open this
        case under their own name, and to code it under Second coding. You may see the result once they have
        coded all of it, as long as you code nothing yourself.
      </p>
    </>
  );
}
