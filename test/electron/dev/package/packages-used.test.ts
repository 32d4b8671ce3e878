import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'rolldown';
import { afterAll, expect, it } from 'vitest';
import { PackageNotes } from '../../../../electron/dev/package/packages-used.ts';

const root = mkdtempSync(join(tmpdir(), 'stillwatch-used-'));
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

it('notes what is bundled and what is imported by name, and not what is left out', async () => {
  write(
    'main.js',
    "import { a } from 'a'; import z from '@scope/kept/part.js'; import 'node:fs'; import './b.js'; a(z);",
  );
  write('b.js', "import { app } from 'electron'; import('lazy').then(app);");
  write(
    'node_modules/a/index.js',
    "import { c } from 'c'; import { d } from 'd'; export const a = () => [c, 1]; export { d };",
  );
  write('node_modules/a/node_modules/c/index.js', 'export const c = { c: Math.random() };');
  write('node_modules/d/index.js', 'export const d = 1;');
  const notes = new PackageNotes();
  await build({
    cwd: root,
    input: 'main.js',
    external: ['electron', 'lazy', 'node:fs', /^@scope/],
    plugins: [notes.plugin()],
    output: { dir: join(root, 'out') },
  });
  expect([...notes.bundled].sort()).toEqual(['node_modules/a', 'node_modules/a/node_modules/c']);
  expect([...notes.imported].sort()).toEqual(['node_modules/@scope/kept', 'node_modules/lazy']);
});
