import { type BundleChoice, bundleChoice, REPORT_TEMPLATES } from '../../shared/contract/bundles.ts';
import { HANDLING, PAP } from '../../shared/contract/cases.ts';
import { StillwatchError } from '../../shared/contract/errors.ts';
import { accountId } from '../engine/accounts/totals.ts';
import { accountsOfOperators } from '../engine/analysis/accounts-of-operators.ts';
import { defaultChoice } from '../engine/bundle/select/default-choice.ts';
import type { Case } from '../engine/case/case.ts';
import { orderedFindings } from '../engine/findings/read.ts';
import { type Invocation, type Options, UsageError } from './command.ts';

/** Options that say what goes into a bundle and how it is marked. */
export const BUNDLE_OPTIONS: Options = {
  whole: { type: 'boolean' },
  finding: { type: 'string' },
  operator: { type: 'string' },
  account: { type: 'string' },
  template: { type: 'string' },
  redact: { type: 'string' },
  'include-prompts': { type: 'boolean' },
  'row-limit': { type: 'string' },
  handling: { type: 'string' },
  pap: { type: 'string' },
  recipients: { type: 'string' },
};

/**
 * The choice that options ask for: what people marked, or with any of --finding, --operator and --account only what they
 * name, or everything. Throws UsageError, NOT_FOUND for a name that the case does not have.
 */
export function choiceOf(open: Case, options: Invocation['options']): BundleChoice {
  const start = defaultChoice(open);
  const chosen = selectionOf(options);
  if (chosen) refuseUnknown(open, chosen);
  const template = oneOf(options, 'template', REPORT_TEMPLATES) ?? start.template;
  const redacted = oneOf(options, 'redact', ['pseudonyms']) !== undefined;
  const prompts = options['include-prompts'] === true;
  // A partner gets neither names nor prompts.
  if (template === 'partner' && prompts)
    throw new UsageError('A bundle for a partner never holds prompts. Leave out --include-prompts.');
  const { recipients } = options;
  const parsed = bundleChoice.safeParse({
    ...start,
    ...chosen,
    whole: options.whole === true,
    template,
    redaction: redacted || template === 'partner',
    prompts,
    rowLimit: rowLimitOf(options),
    handling: oneOf(options, 'handling', HANDLING) ?? start.handling,
    pap: oneOf(options, 'pap', PAP) ?? start.pap,
    recipients: typeof recipients === 'string' ? recipients : '',
  });
  if (!parsed.success)
    throw new UsageError('A list or the text for the recipients is too long, or names a thing by no name.');
  return parsed.data;
}

type Chosen = Pick<BundleChoice, 'findings' | 'operators' | 'accounts'>;

function selectionOf(options: Invocation['options']): Chosen | null {
  const list = (name: string) =>
    typeof options[name] === 'string' ? (options[name] as string).split(',').filter(Boolean) : null;
  const [findings, operators, accounts] = [list('finding'), list('operator'), list('account')];
  if (!findings && !operators && !accounts) return null;
  if (options.whole === true)
    throw new UsageError('--whole takes everything, so --finding, --operator and --account choose nothing.');
  return { findings: findings ?? [], operators: operators ?? [], accounts: accounts ?? [] };
}

function refuseUnknown(open: Case, { findings, operators, accounts }: Chosen): void {
  const known = new Set(orderedFindings(open.db).map(([id]) => id));
  const unknown = [
    ...findings.filter((id) => !known.has(id)).map((id) => `finding ${id}`),
    ...operators
      .filter((id) => accountsOfOperators(open.db, [id]).length === 0)
      .map((id) => `operator ${id} with accounts`),
    ...accounts.filter((id) => accountId(open.db, id) === undefined).map((id) => `account ${id}`),
  ];
  if (unknown.length > 0)
    throw new StillwatchError('NOT_FOUND', `The case has no ${unknown[0]}. No bundle was written.`);
}

function rowLimitOf(options: Invocation['options']): number | null {
  const { 'row-limit': given } = options;
  if (given === undefined) return null;
  const limit = typeof given === 'string' && /^\d{1,8}$/.test(given) ? Number(given) : Number.NaN;
  if (limit <= 10_000_000) return limit;
  throw new UsageError('--row-limit takes a whole number of requests of each account, up to 10000000.');
}

function oneOf<T extends string>(
  options: Invocation['options'],
  name: string,
  all: readonly T[],
): T | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  const found = all.find((one) => one === given);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} takes one of: ${all.filter(Boolean).join(', ')}.`);
}
