import { v7 as uuidv7 } from 'uuid';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import { parseReference } from '../../../shared/reference.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { offeredEvidence } from './offered-evidence.ts';
import { type OperatorSays, readOperatorSays } from './operator-says.ts';
import { CAMPAIGN, DECEPTION } from './propose.ts';
import { mustRead, orderedOf } from './read.ts';

/** Operators in the scope of a finding that the last analysis has. @throws StillwatchError NOT_FOUND */
export function operatorsInScope(db: Database, finding: string): OperatorSays[] {
  const names = mustRead(db, 'finding', finding).scope.flatMap((text) => {
    const reference = parseReference(text);
    const of = reference?.kind === 'range' ? reference.of : reference;
    return of?.kind === 'operator' ? [of.operator] : [];
  });
  return [...new Set(names)].flatMap((name) => readOperatorSays(db, name) ?? []);
}

/** Adds the default hypotheses and evidence of an operator; see the contract. @throws StillwatchError NOT_FOUND, BAD_ARGS */
export function prefill(
  open: Case,
  finding: string,
  operator: string | null,
  chosen: readonly string[] | null,
): { hypotheses: number; evidence: number } {
  const { db, author } = open;
  const says = mustChoose(operatorsInScope(db, finding), operator);
  const alternatives = new Set(chosen ?? says.alternatives.map(({ id }) => id));
  const own = { finding, author, createdUs: nowUs() };

  const columns = orderedOf(db, 'hypothesis', finding);
  const present = new Set(columns.map(([, { alternative }]) => alternative));
  const hypotheses = defaultHypotheses(says, alternatives)
    .filter(({ alternative }) => !present.has(alternative))
    .map((body, at) => ({ ...body, ...own, order: nextOrder(columns) + at }));

  const rows = orderedOf(db, 'evidence', finding);
  const known = new Set(rows.map(([, { basis }]) => canonicalJson(basis)));
  const evidence = offeredEvidence(says, alternatives)
    .filter(({ basis }) => !known.has(canonicalJson(basis)))
    .map((row, at) => ({
      ...row,
      ...own,
      exhibit: null,
      credibility: 'medium' as const,
      order: nextOrder(rows) + at,
    }));

  act(open, {
    action: 'hypotheses.prefill',
    title: `fill in hypotheses and evidence of ${says.operator}`,
    changes: [
      ...hypotheses.map((body) => ({ kind: 'hypothesis' as const, id: uuidv7(), body })),
      ...evidence.map((body) => ({ kind: 'evidence' as const, id: uuidv7(), body })),
    ],
  });
  return { hypotheses: hypotheses.length, evidence: evidence.length };
}

/** The order that puts a further record last. */
export function nextOrder(ordered: readonly (readonly [string, { readonly order: number }])[]): number {
  return (ordered.at(-1)?.[1].order ?? -1) + 1;
}

function mustChoose(operators: readonly OperatorSays[], operator: string | null): OperatorSays {
  const found =
    operator === null
      ? operators.length === 1
        ? operators[0]
        : undefined
      : operators.find((one) => one.operator === operator);
  if (found) return found;
  throw new StillwatchError(
    'BAD_ARGS',
    operator === null && operators.length > 1
      ? 'The scope of this finding names several operators. Nothing was filled in. Choose one of them.'
      : 'The scope of this finding names no such operator of the last analysis. Nothing was filled in. Put an operator into its scope first.',
  );
}

type DefaultHypothesis = Pick<RecordBody<'hypothesis'>, 'title' | 'text' | 'alternative'>;

function defaultHypotheses(says: OperatorSays, chosen: ReadonlySet<string>): DefaultHypothesis[] {
  return [
    {
      alternative: CAMPAIGN,
      title: 'A distillation campaign',
      text: 'One operator works the accounts together to collect answers that train another model.',
    },
    ...says.alternatives
      .filter(({ id }) => chosen.has(id))
      .map(({ id, title, predictions }) => ({
        alternative: id,
        title,
        text: `Predicts: ${predictions.map(({ text }) => text).join('; ')}.`,
      })),
    {
      alternative: DECEPTION,
      title: 'Deception or compromised credentials',
      text: 'Somebody uses the accounts of others, or makes them look like what they are not.',
    },
  ];
}
