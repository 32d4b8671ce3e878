import { getAccount } from '../../shared/contract/accounts.ts';
import type { Chip } from '../../shared/contract/filters.ts';
import { getRequest } from '../../shared/contract/timeline.ts';
import { parseReference, type Reference, type Subject } from '../../shared/reference.ts';
import { engine } from '../engine.ts';
import { messageOf } from '../ui/message-of.ts';
import { addChip, setRange } from './filter.ts';
import { say } from './status.ts';
import { currentFilter, type Range } from './view-history.ts';
import { goTo, goToFiltered, openAccount, openOperator, openTemplate, useViews } from './views.ts';

/**
 * Shows what a reference names, where the window has a place for it; what has no page of its own is shown as the
 * accounts that have it. Says why where the case no longer holds it.
 */
export function openReference(text: string, account: string | null): void {
  const reference = parseReference(text);
  if (reference) open(reference, text, account).catch((error: unknown) => say(messageOf(error)));
}

async function open(reference: Reference, text: string, account: string | null): Promise<void> {
  switch (reference.kind) {
    case 'account':
    case 'session':
      return openAccount(reference.account);
    case 'request': {
      const of = account ?? (await engine.call(getRequest, { reference: text })).account;
      return openAccount(of, null, text);
    }
    case 'range':
      return openRange(reference.of, { fromUs: reference.fromUs, toUs: reference.toUs });
    case 'operator':
      return openOperator(reference.operator);
    case 'template':
      return openTemplate(reference.template);
    case 'link':
      return openLink(reference.a, reference.b);
    case 'topic':
      return accountsWith({ field: 'topic', values: [reference.topic], negate: false });
    case 'identifier':
      return accountsWith({
        field: 'identifier',
        values: [`${reference.identifier}:${reference.value}`],
        negate: false,
      });
    case 'organisation':
      return accountsWith({ field: 'organisation', values: [reference.organisation], negate: false });
    case 'finding':
      return goTo({ name: 'finding', finding: reference.finding });
    case 'case':
      return goTo({ name: 'accounts' });
  }
}

function openRange(of: Subject, range: Range): void {
  if (of.kind === 'account') return openAccount(of.account, range);
  const filter = setRange(currentFilter(useViews.getState().trail), range);
  if (of.kind === 'operator') return goToFiltered({ name: 'lanes', of: { operator: of.operator } }, filter);
  const chip: Chip | null =
    of.kind === 'organisation' ? { field: 'organisation', values: [of.organisation], negate: false } : null;
  return goToFiltered({ name: 'accounts' }, chip ? addChip(filter, chip) : filter);
}

function accountsWith(chip: Chip): void {
  goToFiltered({ name: 'accounts' }, addChip(currentFilter(useViews.getState().trail), chip));
}

/** On the page of the operator that both belong to, else among linked accounts. */
async function openLink(a: string, b: string): Promise<void> {
  const rows = await Promise.all([a, b].map((account) => engine.call(getAccount, { account })));
  const [one, other] = rows.map(({ analysis }) => analysis?.operator ?? null);
  if (one !== null && one === other) return goTo({ name: 'operator', id: one, pair: [a, b] });
  return goTo({ name: 'graph', from: { account: a } });
}
