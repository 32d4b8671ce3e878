import { textParts } from '../../../../shared/mentions.ts';
import { formatReference } from '../../../../shared/reference.ts';
import { visible } from '../visible-text.ts';
import { isPlain } from './plain-words.ts';
import { ident, said, saidLines } from './report-html.ts';
import type { Template } from './templates.ts';

/** Longest text of a person that is printed; the data files have it whole. */
const WHOLE = 60_000;

/** What of other people's words a report prints, and how it calls accounts. All it gives is HTML. */
export interface Voice {
  /** Whether words of people and values of the data are printed at all. */
  readonly quotes: boolean;
  /** Whether notes and groups of the team are. */
  readonly notes: boolean;
  /** Whether it is for somebody who was looked at: no word of blame, no word of the trade. */
  readonly plain: boolean;
  /** What a person wrote, with its lines; null where it is not printed. */
  wrote(text: string): string | null;
  /** What the analysis says of the data, which may quote values of it; null where it is not printed. */
  told(text: string): string | null;
  /** A value of the data, in the face of identifiers; null where it is not printed. */
  value(text: string, limit?: number): string | null;
  /** The name of a person of the team; null where it is not printed. */
  person(name: string): string | null;
  account(account: string, limit?: number): string;
  /** As `account`, as plain text in which hidden characters are spelt. */
  accountName(account: string, limit: number): string;
}

export const WITHHELD = '<span class="soft">withheld</span>';

/** @param numbered accounts in the order in which they get numbers, where not even their names are told */
export function voiceOf(quotes: Template['quotes'], numbered: readonly string[] | null): Voice {
  const numbers = new Map(numbered?.map((account, index) => [account, `account ${index + 1}`]));
  const allowed = (text: string) =>
    quotes === 'all' || quotes === 'no notes' || (quotes === 'plain' && isPlain(text));
  const called = (account: string) => {
    if (numbered) return numbers.get(account) ?? 'another account';
    return quotes === 'plain' && !isPlain(account) ? 'an account' : account;
  };
  const when = (text: string, html: () => string) => (allowed(text) ? html() : null);
  return {
    quotes: quotes !== 'none',
    notes: quotes === 'all',
    plain: quotes === 'plain',
    wrote: (text) => when(text, () => (text === '' ? '' : withMentions(text))),
    told: (text) => when(text, () => said(text, 2000)),
    value: (text, limit) => when(text, () => ident(text, limit)),
    person: (name) => when(name, () => said(name)),
    account: (account, limit) => ident(called(account), limit),
    accountName: (account, limit) => visible(called(account), limit),
  };
}

/** A text with what it mentions set apart from its words. */
function withMentions(text: string): string {
  if (text.length > WHOLE) return saidLines(text);
  return textParts(text)
    .map((part) =>
      'reference' in part ? ident(formatReference(part.reference), 400) : saidLines(part.text, WHOLE),
    )
    .join('');
}
