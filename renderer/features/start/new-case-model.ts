import type { Handling } from '../../../shared/contract/cases.ts';
import { isZone } from '../../../shared/time/zone.ts';
import { NO_AUTHOR } from '../../ui/no-author.ts';

export interface NewCase {
  readonly name: string;
  readonly reference: string;
  readonly handling: Handling;
  readonly timeZone: string;
  readonly author: string;
  readonly encrypted: boolean;
  readonly passphrase: string;
  readonly again: string;
}

export type NewCaseErrors = Partial<Record<keyof NewCase, string>>;

/** What keeps the case from being made, by field; empty when nothing does. */
export function newCaseErrors(form: NewCase): NewCaseErrors {
  const errors: NewCaseErrors = {};
  if (form.name.trim() === '') errors.name = 'A case needs a name.';
  if (form.author.trim() === '') errors.author = NO_AUTHOR;
  if (!isZone(form.timeZone)) errors.timeZone = 'Choose a time zone from the list.';
  if (form.encrypted) {
    if (form.passphrase === '') errors.passphrase = 'Type a passphrase, or choose no encryption.';
    else if (form.passphrase !== form.again) errors.again = 'The two passphrases differ.';
  }
  return errors;
}
