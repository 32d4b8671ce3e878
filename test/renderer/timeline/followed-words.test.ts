import { expect, it } from 'vitest';
import { followedBy, followedWords } from '../../../renderer/features/timeline/followed-words.ts';
import { tableRows } from '../../../renderer/features/timeline/table-rows.ts';
import { describe as describeTarget } from '../../../renderer/features/timeline/targets.ts';
import type { FollowedTemplate } from '../../../shared/contract/timeline.ts';
import { columnsOf, sceneOf } from './fixtures.ts';

const START = Date.UTC(2026, 4, 4) * 1000;
const ALL = { fromUs: START, toUs: START + 60_000_000 };
const TEMPLATES: readonly FollowedTemplate[] = [
  { kind: 'kept', id: '00ff\u202e' },
  { kind: 'unkept' },
  { kind: 'none' },
  { kind: 'unseen' },
];
const requests = TEMPLATES.map((_, k) => ({ us: START + k * 1_000_000, model: 'm' }));
const columns = { ...columnsOf(requests), template: Uint16Array.of(0, 1, 2, 3), templates: TEMPLATES };

it('names the template of a request, or why there is none', () => {
  const words = TEMPLATES.map(followedWords);
  expect(words[0]).toMatch(/^00ff/);
  expect(words[0]).not.toContain('\u202e');
  expect(words.slice(1)).toEqual(['not kept', 'none', 'not analysed']);
  expect(followedBy(columns, 2)).toEqual({ kind: 'none' });
  expect(followedBy({ ...columns, templates: null }, 2)).toBeNull();
});

it('stands in the table of single requests and beside the pointer, where an analysis kept it', () => {
  const scene = sceneOf(requests, 'UTC', ALL);
  const loaded = scene.loaded as NonNullable<typeof scene.loaded>;
  const withThem = { kind: 'requests', loaded: { ...loaded, columns } } as const;
  const table = tableRows(scene, withThem, ALL);
  const column = table.columns.findIndex(({ title }) => title === 'Template');
  expect([1, 2, 3].map((row) => table.cells(row)[column])).toEqual(['not kept', 'none', 'not analysed']);
  expect(table.cells(0)).toHaveLength(table.columns.length);
  const target = { kind: 'request', index: 3, us: columns.timeUs[3] } as const;
  expect(describeTarget(scene, withThem, target).lines).toContain('template not analysed');

  const without = { kind: 'requests', loaded } as const;
  const plain = tableRows(scene, without, ALL);
  expect(plain.columns.map(({ title }) => title)).not.toContain('Template');
  expect(plain.cells(0)).toHaveLength(plain.columns.length);
  expect(describeTarget(scene, without, target).lines.join()).not.toContain('template');
});
