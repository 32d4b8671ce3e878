import { z } from 'zod';
import { cohortRule } from '../../../shared/contract/cohorts.ts';
import { defineCommand } from '../commands/kinds.ts';
import { cohortRuleOf } from './decisions.ts';

const TITLE_LENGTH = 40;
const shortened = (text: string) => (text.length > TITLE_LENGTH ? `${text.slice(0, TITLE_LENGTH)}…` : text);
const accountsIn = (list: readonly { readonly account: string }[]) =>
  list.length === 1 ? shortened(list[0].account) : `${list.length} accounts`;

/** null stands for the default. */
export const setRule = defineCommand({
  kind: 'cohorts.setRule',
  payload: z.strictObject({ rule: cohortRule.nullable() }),
  apply(db, { rule }) {
    const before = cohortRuleOf(db);
    db.prepare('DELETE FROM cohort_rule').run();
    if (rule)
      db.prepare('INSERT INTO cohort_rule (id, traits, least_members) VALUES (1, ?, ?)').run(
        JSON.stringify(rule.traits),
        rule.leastMembers,
      );
    return { kind: 'cohorts.setRule', payload: { rule: before } };
  },
  title: () => 'change what makes cohorts',
});

/** A cohort of null places the account by its traits. */
export const move = defineCommand({
  kind: 'cohorts.move',
  payload: z.strictObject({
    moves: z.array(z.strictObject({ account: z.string(), cohort: z.string().nullable() })),
  }),
  apply(db, { moves }) {
    const find = db.prepare('SELECT cohort FROM cohort_move WHERE account = ?').pluck();
    const forget = db.prepare('DELETE FROM cohort_move WHERE account = ?');
    const keep = db.prepare('INSERT INTO cohort_move (account, cohort) VALUES (?, ?)');
    const before = moves.map(({ account, cohort }) => {
      const was = (find.get(account) as string | undefined) ?? null;
      forget.run(account);
      if (cohort !== null) keep.run(account, cohort);
      return { account, cohort: was };
    });
    return { kind: 'cohorts.move', payload: { moves: before } };
  },
  title: ({ moves }) => `move ${accountsIn(moves)} to another cohort`,
});

export const leave = defineCommand({
  kind: 'cohorts.leaveOut',
  payload: z.strictObject({
    changes: z.array(z.strictObject({ account: z.string(), leftOut: z.boolean() })),
  }),
  apply(db, { changes }) {
    const find = db.prepare('SELECT 1 FROM cohort_left_out WHERE account = ?');
    const add = db.prepare('INSERT OR IGNORE INTO cohort_left_out (account) VALUES (?)');
    const remove = db.prepare('DELETE FROM cohort_left_out WHERE account = ?');
    const before = changes.map(({ account, leftOut }) => {
      const was = find.get(account) !== undefined;
      (leftOut ? add : remove).run(account);
      return { account, leftOut: was };
    });
    return { kind: 'cohorts.leaveOut', payload: { changes: before } };
  },
  title: ({ changes }) =>
    changes.every(({ leftOut }) => leftOut)
      ? `leave ${accountsIn(changes)} out of comparisons`
      : `take ${accountsIn(changes)} into comparisons`,
});

export const mark = defineCommand({
  kind: 'source.markReference',
  payload: z.strictObject({ sha256: z.string(), file: z.string(), reference: z.boolean() }),
  apply(db, { sha256, file, reference }) {
    const was = db.prepare('SELECT 1 FROM reference_source WHERE sha256 = ?').get(sha256) !== undefined;
    if (reference) db.prepare('INSERT OR IGNORE INTO reference_source (sha256) VALUES (?)').run(sha256);
    else db.prepare('DELETE FROM reference_source WHERE sha256 = ?').run(sha256);
    return { kind: 'source.markReference', payload: { sha256, file, reference: was } };
  },
  title: ({ file, reference }) =>
    reference
      ? `mark ${shortened(file)} as benign reference`
      : `take the mark of benign reference from ${shortened(file)}`,
});
