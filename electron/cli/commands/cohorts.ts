import {
  COHORT_TRAITS,
  type Cohort,
  type CohortList,
  LEAST_LEAST,
  MOST_LEAST,
} from '../../../shared/contract/cohorts.ts';
import type { Case } from '../../engine/case/case.ts';
import { changeRule, moveTo, setLeftOut, setReference } from '../../engine/cohorts/decide.ts';
import { readCohort, readCohorts } from '../../engine/cohorts/stored-cohorts.ts';
import { type Command, type Invocation, required, UsageError } from '../command.ts';
import { shown, table } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage:
    'cohorts CASE [--show NAME] [--traits T1,T2|none] [--least N] [--move ACCOUNT (--to NAME | --back)] [--leave-out ACCOUNT] [--take-in ACCOUNT] [--reference SHA256] [--no-reference SHA256]',
  about:
    'Lists whom accounts are compared with, or one cohort’s bands; the other options decide for the next analysis.',
  options: {
    ...CASE_OPTIONS,
    show: { type: 'string' },
    traits: { type: 'string' },
    least: { type: 'string' },
    move: { type: 'string' },
    to: { type: 'string' },
    back: { type: 'boolean' },
    'leave-out': { type: 'string' },
    'take-in': { type: 'string' },
    reference: { type: 'string' },
    'no-reference': { type: 'string' },
  },
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the case');
    const decide = decisionsIn(options);
    const { list, cohort } = await withCase(path, options, (open) => {
      for (const act of decide) act(open);
      const { show } = options;
      return {
        list: readCohorts(open.db),
        cohort: typeof show === 'string' ? readCohort(open.db, show) : null,
      };
    });
    return cohort ? { json: { cohort }, text: bandsText(cohort) } : { json: list, text: listText(list) };
  },
};

function decisionsIn(options: Invocation['options']): ((open: Case) => unknown)[] {
  const text = (name: string) => (typeof options[name] === 'string' ? (options[name] as string) : undefined);
  const acts: ((open: Case) => unknown)[] = [];
  const [traits, least, moved, to] = [text('traits'), text('least'), text('move'), text('to')];
  if (traits !== undefined || least !== undefined) acts.push(ruleChange(traits, least));
  if (moved !== undefined) {
    if ((to === undefined) === (options.back !== true))
      throw new UsageError('--move takes --to NAME, or --back to place the account by its traits again.');
    acts.push((open) => moveTo(open, [moved], to ?? null));
  } else if (to !== undefined || options.back === true)
    throw new UsageError('--to and --back say where --move ACCOUNT goes.');
  const [out, back] = [text('leave-out'), text('take-in')];
  if (out !== undefined) acts.push((open) => setLeftOut(open, [out], true));
  if (back !== undefined) acts.push((open) => setLeftOut(open, [back], false));
  const [mark, unmark] = [text('reference'), text('no-reference')];
  if (mark !== undefined) acts.push((open) => setReference(open, mark, true));
  if (unmark !== undefined) acts.push((open) => setReference(open, unmark, false));
  return acts;
}

function ruleChange(traits: string | undefined, least: string | undefined): (open: Case) => unknown {
  const named = traits === 'none' ? [] : traits?.split(',').map((trait) => trait.trim());
  const known = named?.map((name) => {
    const trait = COHORT_TRAITS.find((one) => one === name);
    if (!trait) throw new UsageError(`--traits takes none, or some of ${COHORT_TRAITS.join(', ')}.`);
    return trait;
  });
  const leastMembers = least === undefined ? undefined : Number(least);
  if (
    leastMembers !== undefined &&
    !(Number.isInteger(leastMembers) && leastMembers >= LEAST_LEAST && leastMembers <= MOST_LEAST)
  )
    throw new UsageError(`--least takes a whole number from ${LEAST_LEAST} to ${MOST_LEAST}.`);
  return (open) => {
    const { rule } = readCohorts(open.db).decisions;
    return changeRule(open, {
      traits: known ?? rule.traits,
      leastMembers: leastMembers ?? rule.leastMembers,
    });
  };
}

function listText({ decisions, examined, reference, both, cohorts }: CohortList): string {
  const { rule, moved, leftOut } = decisions;
  const traits = rule.traits.length > 0 ? rule.traits.join(', ') : 'none';
  const lines = [
    `${examined} accounts under examination, ${reference} of the benign reference${both > 0 ? `; ${both} are in both and under examination` : ''}.`,
    `Traits: ${traits}; at least ${rule.leastMembers} accounts; ${moved.length} moved, ${leftOut.length} left out.`,
  ];
  if (!cohorts)
    return [...lines, 'No analysis has kept its cohorts yet. Run analyze on the case.'].join('\n');
  const rows = cohorts.map(({ name, accounts, requests, compared, fallback }) => [
    accounts,
    requests,
    compared,
    fallback,
    name,
  ]);
  return [table(['accounts', 'requests', 'compared', 'other signals', 'cohort'], rows), ...lines].join('\n');
}

function bandsText({ name, accounts, requests, compared, bands }: Cohort): string {
  const rows = bands.map(({ id, accounts: n, p5, p25, p50, p75, p95 }) => [
    id,
    n,
    ...[p5, p25, p50, p75, p95].map((value) => value.toPrecision(4)),
  ]);
  return [
    table(['signal', 'accounts', '5 %', '25 %', '50 %', '75 %', '95 %'], rows),
    `${shown(name)}: ${accounts} accounts, ${requests} requests; ${compared} accounts are compared with it.`,
  ].join('\n');
}
