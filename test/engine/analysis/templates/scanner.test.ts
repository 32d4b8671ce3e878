import { describe, expect, it } from 'vitest';
import {
  BREAK,
  GLYPH,
  MASK_NAMES,
  Scanner,
  STOP,
} from '../../../../electron/engine/analysis/templates/scanner.ts';

const scanner = new Scanner();

/** Tokens as text: masks by name in angle quotes, breaks as a bar, stop words in brackets. */
function tokens(text: string): string {
  scanner.scan(text);
  return Array.from({ length: scanner.count }, (_, k) => {
    const own = scanner.text.slice(scanner.start[k], scanner.end[k]);
    const kind = scanner.kind[k];
    if (MASK_NAMES[kind]) return `‹${MASK_NAMES[kind]}›`;
    if (kind === BREAK) return '|';
    return kind === STOP ? `(${own})` : own;
  }).join(' ');
}

function hashes(text: string): string {
  scanner.scan(text);
  return scanner.hash.subarray(0, scanner.count).join();
}

describe('Scanner', () => {
  it.each([
    ['Write 12,5 items.', '| Write ‹number› items |'],
    ['at 10:30 on 2026-01-31 for 3rd', '| (at) ‹number› (on) ‹number› (for) ‹id› |'],
    ['see https://a.example/b?c=1, www.x.example', '| see ‹url› ‹url› |'],
    ['mail bob.x+y@ex.example now', '| mail ‹email› now |'],
    ['read /usr/local/bin or C:\\temp\\x', '| read ‹path› (or) ‹path› |'],
    ['this and/or that', '| (this) (and) (or) (that) |'],
    ['id 550e8400-e29b-41d4-a716 deadbeef99', '| id ‹id› ‹id› |'],
    ['run ```js\nlet a = 1;\n``` please', '| run ‹block› (please) |'],
    ['run ```unclosed block. And more', '| run ‹block› |'],
    [`Somebody wrote "${'a long passage of words '.repeat(3)}" today`, '| Somebody wrote ‹quote› today |'],
    ['say "short" words', '| say short words |'],
    [`x ${'y'.repeat(50)} z`, '| x ‹span› z |'],
    ['Topic: a; <trace> b', '| Topic : (a) < trace > b |'],
    ['First. Two!\n\nThree? v', '| First | Two | Three | v |'],
    ['', '| |'],
  ])('reads %j', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it('keeps what is quoted as a member of an object', () => {
    expect(tokens(`{"instruction": "${'solve the following problem '.repeat(3)}"}`)).toContain('solve');
  });

  it('reads scripts without spaces by characters', () => {
    scanner.scan('请思考。好');
    const kinds = [...scanner.kind.subarray(0, scanner.count)];
    expect(kinds).toEqual([BREAK, GLYPH, GLYPH, GLYPH, BREAK, GLYPH, BREAK]);
  });

  it('does not see case, invisible characters or typographic apostrophes', () => {
    expect(hashes('Don\u2019t ПРИВЕТ Éa')).toBe(hashes("don't при\u200bвет éa"));
    expect(hashes('cat')).not.toBe(hashes('dog'));
  });

  it('tells numbers apart only by their exact hash', () => {
    scanner.scan('item 5');
    const [hash, exact] = [scanner.hash[2], scanner.exact[2]];
    scanner.scan('item 6');
    expect(scanner.hash[2]).toBe(hash);
    expect(scanner.exact[2]).not.toBe(exact);
  });

  it('reads head and tail of a very long text in bounded time', () => {
    scanner.scan(`start ${'"word, '.repeat(50_000)} finish`);
    expect(scanner.count).toBeLessThan(4_000);
    expect(scanner.text.endsWith('finish')).toBe(true);
  });
});
