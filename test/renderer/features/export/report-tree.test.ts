import { expect, test } from 'vitest';
import { findElement, readReport } from '../../../../renderer/features/export/report-tree.ts';
import { escapeMarkup } from '../../../../shared/escape-markup.ts';

test('elements, attributes and texts are read as they are written', () => {
  expect(readReport('<!doctype html>\n<p class="soft" hidden>a<br>b &#38; c</p>')).toEqual([
    '\n',
    {
      name: 'p',
      attributes: [
        ['class', 'soft'],
        ['hidden', ''],
      ],
      children: ['a', { name: 'br', attributes: [], children: [] }, 'b & c'],
    },
  ]);
});

test('drawings keep the case of their names and may close themselves', () => {
  const [svg] = readReport('<svg viewBox="0 0 1 1"><path d="M0 0"/><clipPath id="c"></clipPath></svg>');
  expect(svg).toMatchObject({
    name: 'svg',
    attributes: [['viewBox', '0 0 1 1']],
    children: [{ name: 'path' }, { name: 'clipPath' }],
  });
});

test('a style sheet is text to its end, with its signs as they are', () => {
  const css = 'a > b { content: "<p>&#38;" }';
  const tree = readReport(`<html><head><style>${css}</style></head><body><p>x</p></body></html>`);
  expect(findElement(tree, 'style')?.children).toEqual([css]);
  expect(findElement(tree, 'body')?.children).toMatchObject([{ name: 'p' }]);
});

test('escaped text of strangers stays text', () => {
  const hostile = '</p><script>alert("1")</script><img src=x onerror=alert(1)> &amp; \u202e\'';
  expect(readReport(`<p title="${escapeMarkup(hostile)}">${escapeMarkup(hostile)}</p>`)).toEqual([
    { name: 'p', attributes: [['title', hostile]], children: [hostile] },
  ]);
});

test.each(['<p>', '</p>', '<p><b></p></b>', '<p class=x></p>', '<p', '<style>a', '<p "></p>'])(
  'what the report never holds is refused: %s',
  (html) => {
    expect(() => readReport(html)).toThrow(SyntaxError);
  },
);
