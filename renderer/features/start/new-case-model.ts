import type { Handling } from '../../../shared/contract/cases.ts';
import { isZone } from '../../../shared/time/zone.ts';

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

/** Short passphrases are tried out in hours; this many characters is the least accepted. */
export const LEAST_PASSPHRASE = 12;

/** What TLP 2.0 says of each marking, in one line. */
export const HANDLING_MEANS: Readonly<Record<Handling, string>> = {
  'TLP:CLEAR': 'No limit on sharing.',
  'TLP:GREEN': 'Within the community, not in public.',
  'TLP:AMBER': 'Within the organisation and its clients, on a need-to-know basis.',
  'TLP:AMBER+STRICT': 'Within the organisation only, on a need-to-know basis.',
  'TLP:RED': 'For named individuals only.',
};

/** What keeps the case from being made, by field; empty when nothing does. */
export function newCaseErrors(form: NewCase): NewCaseErrors {
  const errors: NewCaseErrors = {};
  if (form.name.trim() === '') errors.name = 'A case needs a name.';
  if (form.author.trim() === '') errors.author = 'The custody log needs to say who did what.';
  if (!isZone(form.timeZone)) errors.timeZone = 'Choose a time zone from the list.';
  if (form.encrypted) {
    const length = [...form.passphrase].length;
    if (length < LEAST_PASSPHRASE) {
      errors.passphrase = `At least ${LEAST_PASSPHRASE} characters, so far ${length}.`;
    } else if (form.passphrase !== form.again) {
      errors.again = 'The two passphrases differ.';
    }
  }
  return errors;
}
