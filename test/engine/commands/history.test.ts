import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { editAnnotation, removeAnnotation } from '../../../electron/engine/annotations/change.ts';
import { listAnnotations } from '../../../electron/engine/annotations/read.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

type Act = { readonly do: 'add' | 'edit' | 'remove' | 'undo' | 'redo' | 'reopen'; readonly pick: number };

/** What the annotations should be: a plain undo stack of whole states. */
class Model {
  private states: string[][] = [[]];
  private at = 0;
  get texts(): readonly string[] {
    return this.states[this.at];
  }
  change(next: string[]): void {
    this.states = [...this.states.slice(0, this.at + 1), next];
    this.at++;
  }
  undo(): void {
    this.at = Math.max(0, this.at - 1);
  }
  redo(): void {
    this.at = Math.min(this.states.length - 1, this.at + 1);
  }
}

async function perform(open: Case, model: Model, act: Act, number: number): Promise<Case> {
  const all = listAnnotations(open.db, null);
  const chosen = all[act.pick % Math.max(all.length, 1)];
  const text = `text ${number}`;
  if (act.do === 'undo') {
    undo(open);
    model.undo();
  } else if (act.do === 'redo') {
    redo(open);
    model.redo();
  } else if (act.do === 'reopen') {
    open.close();
    return openCase(open.path, 'tester', null);
  } else if (act.do === 'add') {
    annotate(open, 'account:ac_1', 'comment', text);
    model.change([...model.texts, text]);
  } else if (chosen && act.do === 'edit') {
    editAnnotation(open, chosen.id, text);
    model.change(model.texts.map((old) => (old === chosen.text ? text : old)));
  } else if (chosen && act.do === 'remove') {
    removeAnnotation(open, chosen.id);
    model.change(model.texts.filter((old) => old !== chosen.text));
  }
  return open;
}

test('any sequence of acts, undoings, redoings and reopenings leaves what a plain model says', async () => {
  const acts = fc.array(
    fc.record({
      do: fc.constantFrom('add', 'add', 'edit', 'remove', 'undo', 'undo', 'redo', 'reopen'),
      pick: fc.nat(20),
    }) as fc.Arbitrary<Act>,
    { minLength: 5, maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      let open = await newCase(join(tempFolder(), 'case.swcase'));
      await importCsv(
        open,
        'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n',
        canonical('timestamp', 'account_id'),
      );
      const model = new Model();
      for (const [number, act] of sequence.entries()) open = await perform(open, model, act, number);
      const texts = listAnnotations(open.db, null).map(({ text }) => text);
      expect([...texts].sort()).toEqual([...model.texts].sort());
      expect(verifyChain(open.db).firstBad).toBeNull();
      open.close();
    }),
    { numRuns: 25, seed: 7 },
  );
});

test('undo says in words what it would take back, after a restart too', async () => {
  const path = join(tempFolder(), 'case.swcase');
  const made = await newCase(path);
  await importCsv(
    made,
    'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n',
    canonical('timestamp', 'account_id'),
  );
  expect(historyState(made.db)).toEqual({ undo: null, redo: null });
  annotate(made, 'account:ac_1', 'tag', 'sweep');
  made.close();
  const open = await openCase(path, 'tester', null);
  expect(historyState(open.db)).toEqual({ undo: 'add the tag "sweep"', redo: null });
  expect(undo(open)).toEqual({ undo: null, redo: 'add the tag "sweep"' });
  expect(listAnnotations(open.db, null)).toEqual([]);
  expect(redo(open).undo).toBe('add the tag "sweep"');
  expect(listAnnotations(open.db, null)).toHaveLength(1);
  open.close();
});
