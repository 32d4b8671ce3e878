import type { Agreement, Code, CodedShare } from '../../../shared/contract/coding.ts';
import { wilsonInterval } from '../analysis/statistics/wilson.ts';
import { cohensKappa } from './cohens-kappa.ts';

/** Normal quantile of a two-sided 95 % interval. */
const Z = 1.959_963_984_540_054;
const EXACT = 1e-12;

/** The share of 'together' among what was decided; 'cannot tell' is counted apart. */
export function codedShare(codes: readonly Code[]): CodedShare {
  const count = (code: Code) => codes.filter((one) => one === code).length;
  const [together, apart, cannotTell] = [count('together'), count('apart'), count('cannot tell')];
  const decided = together + apart;
  return {
    together,
    apart,
    cannotTell,
    share: decided === 0 ? null : together / decided,
    interval: decided === 0 ? null : wilsonInterval(together, decided, Z),
  };
}

/** How two codings of the same accounts, in the same order, agree; what either could not tell is left out. */
export function agreementOf(first: readonly Code[], second: readonly Code[]): Agreement {
  const table: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  let leftOut = 0;
  first.forEach((one, at) => {
    const other = second[at];
    if (one === 'cannot tell' || other === 'cannot tell') leftOut++;
    else table[one === 'together' ? 0 : 1][other === 'together' ? 0 : 1]++;
  });
  const decided = first.length - leftOut;
  const found = cohensKappa(table);
  return {
    decided,
    leftOut,
    table,
    observed: decided === 0 ? null : (table[0][0] + table[1][1]) / decided,
    kappa: found?.kappa ?? null,
    standardError: found?.standardError ?? null,
    interval: found && found.standardError > EXACT ? around(found.kappa, found.standardError) : null,
  };
}

function around(kappa: number, standardError: number): [number, number] {
  return [Math.max(-1, kappa - Z * standardError), Math.min(1, kappa + Z * standardError)];
}
