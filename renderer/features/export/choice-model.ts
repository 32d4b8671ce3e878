import type { BundleChoice, ReportTemplate } from '../../../shared/contract/bundles.ts';
import { HANDLING, type Handling, PAP, type Pap } from '../../../shared/contract/cases.ts';

/** Sets a choice, or makes it of that which holds when it is set. */
export type SetChoice = (next: BundleChoice | ((now: BundleChoice) => BundleChoice)) => void;

/** Partners never get names or prompt texts, whatever was chosen before. */
export function fixesRedaction({ template }: BundleChoice): boolean {
  return template === 'partner';
}

/** The choice with another report; with that for partners redaction goes on and prompts go off, and stay so. */
export function withTemplate(choice: BundleChoice, template: ReportTemplate): BundleChoice {
  const next = { ...choice, template };
  return fixesRedaction(next) ? { ...next, redaction: true, prompts: false } : next;
}

export function withoutItem(items: readonly string[], item: string): string[] {
  return items.filter((one) => one !== item);
}

/** Each once, those that are there already in their place. */
export function withItems(items: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...items, ...more])];
}

/** Nothing of the case is named, so that only what belongs to every bundle goes along. */
export function namesNothing({ whole, findings, operators, accounts }: BundleChoice): boolean {
  return !whole && findings.length + operators.length + accounts.length === 0;
}

/** Which markings are more open than those of the case, as a sentence; null where none is. */
export function loweredMarking(
  choice: Pick<BundleChoice, 'handling' | 'pap'>,
  ofCase: { readonly handling: Handling; readonly pap: Pap },
): string | null {
  const lowered: string[] = [];
  if (HANDLING.indexOf(choice.handling) < HANDLING.indexOf(ofCase.handling))
    lowered.push(`${choice.handling} instead of ${ofCase.handling}`);
  if (PAP.indexOf(choice.pap) < PAP.indexOf(ofCase.pap))
    lowered.push(`${choice.pap === '' ? 'no PAP marking' : choice.pap} instead of ${ofCase.pap}`);
  return lowered.length === 0 ? null : lowered.join(', ');
}

/** Why an export cannot begin yet, where what is missing may be scrolled out of sight; null where it can. */
export function whyNotReady(lowered: string | null, isMeant: boolean, canSign: boolean): string | null {
  if (lowered !== null && !isMeant)
    return 'Marked more open than the case: say at the marking that it is meant.';
  return canSign ? null : 'The signing key wants its passphrase.';
}

const MOST_ROWS = 10_000_000;

/** What was typed as the most requests of an account: null for all of them, undefined for what is no number. */
export function typedLimit(text: string): number | null | undefined {
  const digits = text.replaceAll(/[\s,]/g, '');
  if (digits === '') return null;
  const limit = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return limit <= MOST_ROWS ? limit : undefined;
}
