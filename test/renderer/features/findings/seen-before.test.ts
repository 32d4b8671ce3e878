import { expect, test } from 'vitest';
import { seenBefore } from '../../../../renderer/features/findings/seen-before.ts';
import { startTrail, visit } from '../../../../renderer/store/view-history.ts';

test('what was looked at comes last first, each once, without what is known and without lists', () => {
  let trail = startTrail({ name: 'accounts' });
  trail = visit(trail, { name: 'account', account: 'ac_1', request: null });
  trail = visit(trail, { name: 'operator', id: 'op_1', pair: null });
  trail = visit(trail, { name: 'account', account: 'ac_2', request: null });
  trail = visit(trail, { name: 'account', account: 'ac_1', request: null });
  trail = visit(trail, { name: 'finding', finding: '0192' });
  expect(seenBefore(trail, [])).toEqual(['account:ac_1', 'account:ac_2', 'operator:op_1']);
  expect(seenBefore(trail, ['account:ac_1'])).toEqual(['account:ac_2', 'operator:op_1']);
});
