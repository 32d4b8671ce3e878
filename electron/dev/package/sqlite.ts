import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import type { Licensed } from './licences.ts';

/** The database inside the SQLite addon, which is compiled in and so stands in no list of packages. */
export interface Database {
  /** Of SQLite, such as `3.53.4`. */
  readonly sqlite: string;
  /** Of SQLite3 Multiple Ciphers, which encrypts it, such as `2.4.0`. */
  readonly ciphers: string;
  readonly licensed: readonly Licensed[];
}

const SOURCE = 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c';

/** The sources name this licence without its text. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Reads versions and notices from the sources that the addon's package brings along. */
export async function readDatabase(): Promise<Database> {
  const source = await readFile(join(checkout, SOURCE), 'utf8');
  const sqlite = found(source, /#define SQLITE_VERSION\s+"([\d.]+)"/);
  const ciphers = found(source, /#define SQLITE3MC_VERSION_STRING\s+"SQLite3 Multiple Ciphers ([\d.]+)"/);
  const copyright = found(source, /Name:\s+sqlite3mc\.h\n[\s\S]{0,300}?Copyright:\s+(.+)\n/);
  return {
    sqlite,
    ciphers,
    licensed: [
      { name: 'SQLite', version: sqlite, licence: 'blessing', text: blessing(source) },
      {
        name: 'SQLite3 Multiple Ciphers',
        version: ciphers,
        licence: 'MIT',
        text: `Copyright ${copyright}\n\n${MIT}\n\nIts sources say of their parts:\n\n${notices(source).join('\n\n')}`,
      },
    ],
  };
}

/** SQLite is in the public domain; in place of a licence its sources begin with a blessing. */
function blessing(source: string): string {
  return found(source, /(\*\* The author disclaims copyright[\s\S]*?)\n\*{5}/).replace(/^\*\* ?/gm, '');
}

/** Comments by which authors of parts of the sources hand them on, each once, without their frames. */
function notices(source: string): readonly string[] {
  const telling =
    /permission is hereby granted|redistribution and use|public domain|copyright \(c\)|copyright 20/i;
  const comments = [...source.matchAll(/\/\*(?:[^*]|\*(?!\/))*\*\//g)].map(([comment]) => comment);
  const texts = comments
    .filter((comment) => telling.test(comment) && !comment.includes('The author disclaims copyright'))
    .map((comment) =>
      comment
        .replace(/^\/\*+|\*+\/$/g, '')
        .replace(/^[ \t]*\*+ ?/gm, '')
        .trim(),
    );
  return [...new Set(texts)];
}

function found(source: string, pattern: RegExp): string {
  const match = pattern.exec(source)?.[1];
  if (match === undefined) throw new Error(`${SOURCE} does not tell ${pattern}; its form has changed.`);
  return match;
}
