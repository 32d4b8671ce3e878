import { parseReference } from '../../shared/reference.ts';
import { goTo, openAccount, openOperator, openTemplate } from './views.ts';

/** Shows what a reference names, where the window has a place for it. */
export function openReference(text: string, account: string | null): void {
  const reference = parseReference(text);
  switch (reference?.kind) {
    case undefined:
      return;
    case 'account':
    case 'session':
      return openAccount(reference.account);
    case 'request':
      return account === null ? undefined : openAccount(account, null, text);
    case 'range':
      if (reference.of.kind === 'account')
        return openAccount(reference.of.account, { fromUs: reference.fromUs, toUs: reference.toUs });
      if (reference.of.kind === 'operator')
        return goTo({ name: 'lanes', of: { operator: reference.of.operator } });
      return goTo({ name: 'accounts' });
    case 'operator':
      return openOperator(reference.operator);
    case 'template':
      return openTemplate(reference.template);
    case 'link':
      return goTo({ name: 'graph', from: { account: reference.a } });
    case 'topic':
      return goTo({ name: 'coverage' });
    case 'identifier':
      return goTo({ name: 'graph' });
    case 'organisation':
    case 'case':
    case 'finding':
      return goTo({ name: 'accounts' });
  }
}
