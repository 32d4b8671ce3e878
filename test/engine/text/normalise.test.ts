import { expect, test } from 'vitest';
import { normaliseText } from '../../../electron/engine/text/normalise.ts';

test.each([
  ['Hello  World\r\n\tagain ', 'hello world again'],
  ['ＦＵＬＬ width ﬁle', 'full width file'],
  ['Straße STRASSE', 'strasse strasse'],
  ['ΟΔΟΣ οδος', 'οδος οδος'],
  ['dis\u200btil\u00adlation', 'distillation'],
  ['translate 蒸馏模型 now', 'translate 蒸 馏 模 型 now'],
  ['half a pair \ud800.', 'half a pair \ufffd.'],
  [' \n ', ''],
])('%j is seen as %j', (text, normal) => {
  expect(normaliseText(text)).toBe(normal);
});

test('normalising twice changes nothing more', () => {
  for (const text of ['Ⅷ ﬀ Å', '한국어 テスト', 'ǅ Ŀ ŉ']) {
    expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
  }
});
