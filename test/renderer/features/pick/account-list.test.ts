import { expect, test } from 'vitest';
import { accountList } from '../../../../renderer/features/pick/account-list.ts';

test('account ids are taken one a line, each once', () => {
  expect(accountList(' ac_1\nac_2\t ac_3 \r\n\nac_1')).toEqual(['ac_1', 'ac_2', 'ac_3']);
  expect(accountList(' \n ')).toEqual([]);
});
