/** Another passphrase, one for a case that has none, or none any more. */
export type PassphraseChange = 'change' | 'add' | 'remove';

export const TITLES: Readonly<Record<PassphraseChange, string>> = {
  change: 'Change the passphrase',
  add: 'Encrypt with a passphrase',
  remove: 'Take encryption away',
};

export const ACT_WORDS: Readonly<Record<PassphraseChange, string>> = {
  change: 'Change it',
  add: 'Encrypt',
  remove: 'Take it away…',
};

/** What a person reads before the case is written unencrypted. */
export const SURE_WORDS = [
  'Anybody who gets hold of the file can then read every prompt, every account and every note in it, now and in every copy made of it.',
  'Encrypting it again later does not take back a copy made meanwhile, and what was written to the disk may be found there after it was replaced.',
];

interface Form {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** What keeps it from being done, by field; empty when nothing does. Whether the present one is right the engine tells. */
export function passphraseErrors(change: PassphraseChange, form: Form): Partial<Form> {
  return {
    ...(change !== 'add' && form.current === '' && { current: 'Type the passphrase that the case has now.' }),
    ...(change !== 'remove' && form.next === '' && { next: 'Type a passphrase.' }),
    ...(change !== 'remove' && form.next !== form.again && { again: 'The two passphrases differ.' }),
  };
}
