import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UndirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphFiles } from '../../../../electron/engine/bundle/files/graph/graph-files.ts';
import { tieGraph } from '../../../../electron/engine/bundle/files/graph/tie-graph.ts';
import { replacedIn, xmlText } from '../../../../electron/engine/bundle/files/graph/xml-text.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { NEW_CASE } from '../../support.ts';
import { fillHostileCase, HOSTILE, publishedHostile } from './hostile-case.ts';
import { textsOf } from './texts-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
let open: Case;
let texts: Record<string, string>;

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  await fillHostileCase(open);
  texts = await textsOf(publishedHostile(open), [graphFiles]);
});

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['data/graph/links.graphml', parseGraphml],
  ['data/graph/links.gexf', parseGexf],
])('%s loads with every node and edge, under names as they are', (path, parse) => {
  const graph = parse(UndirectedGraph, texts[path]);
  const { nodes, edges } = tieGraph(open.db);
  // Accounts, their operator, and two values that link them; links, memberships, and who carries the values.
  expect(nodes.length).toBe(HOSTILE.length + 1 + 2);
  expect(edges.length).toBe(HOSTILE.length - 1 + HOSTILE.length + 2 * HOSTILE.length);
  expect([graph.order, graph.size]).toEqual([nodes.length, edges.length]);
  const labels = nodes.map(({ id }) => graph.getNodeAttribute(id, 'label'));
  expect(labels).toEqual(
    nodes.map(({ name }) =>
      ['\0', '\u0001', '\u0002', '\uFFFE'].reduce(
        (text, illegal) => text.replaceAll(illegal, '\uFFFD'),
        name,
      ),
    ),
  );
  const replaced = nodes.flatMap(({ id }) => graph.getNodeAttribute(id, 'replaced') ?? []);
  expect(replaced.filter((text) => text !== '').sort()).toEqual([
    'U+0000 at 4',
    'U+0001 at 1',
    'U+0002 at 1',
    'U+FFFE at 13',
  ]);
  const strongest = edges.find(({ type }) => type === 'link');
  expect(graph.getEdgeAttribute(graph.edge(strongest?.source, strongest?.target), 'bits')).toBe(20);
});

it('tells in GEXF from when to when an account is seen, and its link from when both are', () => {
  const smile = /label="smile [^"]*" start="([^"]*)" end="([^"]*)"/.exec(texts['data/graph/links.gexf']);
  expect(smile?.slice(1)).toEqual(['2026-04-28T10:00:00.000000Z', '2026-04-30T10:40:00.000000Z']);
  const spans = [...texts['data/graph/links.gexf'].matchAll(/ start="([^"]*)" end="([^"]*)"/g)];
  expect(spans.length).toBeGreaterThan(HOSTILE.length);
  expect(spans.filter(([, start, end]) => start > end)).toEqual([]);
});

it('spells out white space that readers fold, and names what XML cannot hold', () => {
  expect(xmlText('a\t\n\r<&"\'>\u0000\uD800\u{1F600}')).toBe(
    'a&#9;&#10;&#13;&#60;&#38;&#34;&#39;&#62;\uFFFD\uFFFD\u{1F600}',
  );
  expect(replacedIn('ab\u0000\u{1F600}\uDC00')).toBe('U+0000 at 2, U+DC00 at 5');
  expect(replacedIn('\t\n plain \u{1F600}')).toBe('');
});
