import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Markup that would run, load or rebuild the page, were any of it ever read as markup. */
export const MARKUP: readonly string[] = [
  '<img src=x data-hostile onerror="window.hit=1">',
  '<svg data-hostile onload="window.hit=1"></svg>',
  '<script data-hostile>window.hit=1</script>',
  '"><iframe data-hostile srcdoc="<script>top.hit=1</script>"></iframe>',
  "'><a data-hostile href='javascript:window.hit=1'>open</a>",
  // Harmless as written, harmful once parsed, serialised and parsed again.
  '<math><mtext><table><mglyph><style><!--</style><img data-hostile title="--&gt;&lt;img src=1 onerror=window.hit=1&gt;">',
  '<noscript><p title="</noscript><img data-hostile src=x onerror=window.hit=1>">',
  '<form data-hostile action=https://example.org/><button>Export</button></form>',
  '<meta data-hostile http-equiv=refresh content="0;url=https://example.org/">',
  '<base data-hostile href=https://example.org/>',
  '<style data-hostile>*{display:none}</style>',
  '&lt;img src=x onerror=window.hit=1&gt;&#x202e;&nbsp;',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the templates of other programs
  '${window.hit=1}{{constructor.constructor("window.hit=1")()}}',
  '__proto__',
  'constructor',
];

/** Text that shows other than it is, or disturbs what stands around it. */
export const DECEPTION: readonly string[] = [
  'javascript:window.hit=1',
  'ac_\u202e0001_ca',
  '\u2067right to left\u2069 and back',
  'ac_\u200b0001',
  'ac_\u200d0001\ufeff',
  'ac_\u00ad0001',
  '\u001b[2J\u001b]0;title\u0007\u001b[31mred',
  '\u009b31mred',
  'two\nlines\r\nand\ttab',
  'line\u2028separator\u2029paragraph',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319a\u0324l\u0320g\u0321o',
  '\u{e0001}\u{e0061}tags',
  'variation\ufe01\u{e0100}',
  '\ue000private',
  "'",
  '"',
  '""""',
  '`',
  '\\',
  "O'Brien; DROP TABLE accounts;--",
  '%s%n%x',
  '../../../etc/passwd',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\tleading tab',
  ' leading and trailing space ',
  'no-break\u00a0space',
  '👩‍👩‍👧‍👦 family',
  '中文账户',
  'עברית',
  'true',
  'NaN',
  '0',
];

/** Names with nowhere to break: one as long as an account's may be, and one of 100 kB; and one of as many words. */
export const LONG: readonly string[] = ['V'.repeat(1000), 'W'.repeat(100_000), 'wide '.repeat(20_000).trim()];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * Writes a log whose every account, model, status and the rest is hostile; each text is an account of its own
 * with three requests, and stands in each of the other columns once.
 */
export function hostileLog(folder: string): { readonly path: string; readonly accounts: number } {
  const texts = [...MARKUP, ...DECEPTION, ...LONG];
  const columns = ['account_id', 'model', 'status', 'user_agent', 'endpoint', 'topic', 'prompt_text'];
  const lines = [
    ['timestamp', 'request_id', ...columns, '<img src=x data-hostile onerror="window.hit=1">', '\u202ekcab']
      .map(quoted)
      .join(','),
  ];
  texts.forEach((text, i) => {
    for (let k = 0; k < 3; k++) {
      const time = `2026-05-0${1 + k}T${String(i % 24).padStart(2, '0')}:00:00Z`;
      const other = texts[(i + k) % texts.length];
      lines.push(
        [
          time,
          `request ${i}/${k} ${other.slice(0, 100)}`,
          text,
          ...columns.slice(1).map(() => other),
          other,
          text,
        ]
          .map(quoted)
          .join(','),
      );
    }
  });
  // Rows that are rejected are shown too.
  for (const text of texts)
    lines.push([text, 'x', text, 'm', '200', '', '', '', '', '', ''].map(quoted).join(','));
  const path = join(folder, "<img src=x data-hostile onerror='window.hit=1'> \u202egol.csv");
  writeFileSync(path, `${lines.join('\n')}\n`);
  // Those that an account's id may be as long as; the others are rejected, and shown as that.
  return { path, accounts: texts.filter((text) => Buffer.byteLength(text) <= 1000).length };
}
