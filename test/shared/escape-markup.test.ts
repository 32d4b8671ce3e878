import { expect, test } from 'vitest';
import { escapeMarkup } from '../../shared/escape-markup.ts';

test('all that markup knows is escaped', () => {
  expect(escapeMarkup(`<a b="c" d='e'>&`)).toBe('&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;');
});
