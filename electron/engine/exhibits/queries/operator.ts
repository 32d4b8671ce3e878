import type { ExhibitCell } from '../../../../shared/contract/exhibits.ts';
import { readOperator } from '../../analysis/results.ts';
import { accountIds } from '../account-ids.ts';
import { allRequestsOf, defineQuery, figure } from '../query.ts';

const FINDINGS = ['together', 'extraction', 'access'] as const;

/** An operator: what is found of it in words, where it would fall apart first, and its accounts by score. */
export const operator = defineQuery('operator', {
  version: 1,
  ofAnalysis: true,
  run({ db }, args) {
    const { operator: found, members } = readOperator(db, args.operator);
    const bridge = found.weakestBridge;
    // Likelihood and confidence in rows of their own: they are never said in one sentence.
    const findings = FINDINGS.flatMap((name): ExhibitCell[][] => {
      const { likelihood, confidence, reasons } = found.findings[name];
      return [
        ['likelihood', name, likelihood, null],
        ['confidence', name, confidence, null],
        ...reasons.map((reason) => ['reason', name, reason, null]),
      ];
    });
    const bridges: ExhibitCell[][] = bridge
      ? [
          ['weakest link, from', bridge.a, null, null],
          ['weakest link, to', bridge.b, null, null],
          [
            'weakest link, bits',
            null,
            bridge.splits ? 'falls in two without it' : 'holds without it',
            bridge.bits,
          ],
        ]
      : [];
    return {
      columns: ['what', 'of', 'words', 'number'],
      rows: [
        ['score', 'operator', found.likelihood, found.score],
        ['requests', 'operator', null, found.requests],
        ...findings,
        ['density (0 to 1)', 'operator', null, found.density],
        ['stability (0 to 1)', 'operator', null, found.stability],
        ...bridges,
        ...members.flatMap(({ account, score, likelihood, requests }): ExhibitCell[][] => [
          ['account: score', account, likelihood, score],
          ['account: requests', account, null, requests],
        ]),
      ],
      figures: [
        figure('accounts', members.length),
        figure('requests', found.requests),
        figure('score', found.score),
        figure('weakest link in bits', bridge?.bits ?? null),
        figure('density', found.density),
        figure('stability', found.stability),
      ],
      behind: allRequestsOf(accountIds(db, found.accounts)),
    };
  },
});
