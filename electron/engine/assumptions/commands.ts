import { z } from 'zod';
import { ASSUMPTION_TITLES, assumptionWords } from '../../../shared/assumptions.ts';
import { assumption } from '../../../shared/contract/assumptions.ts';
import { canonicalJson } from '../canonical-json.ts';
import { defineCommand } from '../commands/kinds.ts';
import { readAssumptions } from './read.ts';

/** Sets an assumption, or goes back to its default with the value null. */
export const makeAssumption = defineCommand({
  kind: 'assumption.make',
  payload: z.strictObject({ assumption, author: z.string(), changedUs: z.int() }),
  apply(db, { assumption: { name, value }, author, changedUs }) {
    const before = readAssumptions(db)[name];
    if (value === null) db.prepare('DELETE FROM assumption WHERE name = ?').run(name);
    else
      db.prepare(
        `INSERT INTO assumption (name, value, author, changed_us) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE
         SET value = excluded.value, author = excluded.author, changed_us = excluded.changed_us`,
      ).run(name, canonicalJson(value), author, changedUs);
    return {
      kind: 'assumption.make',
      payload: {
        assumption: { name, value: before?.value ?? null },
        author: before?.author ?? author,
        changedUs: before?.changedUs ?? changedUs,
      },
    };
  },
  title: ({ assumption: made }) =>
    `assume ${ASSUMPTION_TITLES[made.name].toLowerCase()}: ${assumptionWords(made)}`,
});
