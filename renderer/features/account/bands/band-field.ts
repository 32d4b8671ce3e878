import type { RequestChipField } from '../../../../shared/contract/filters.ts';
import { FIELD_WORDS } from '../use-model.ts';

/** What requests are told apart by: what they state, the template they follow, or, of a template, whose they are. */
export type BandField = RequestChipField | 'template' | 'account';

export interface BandWords {
  readonly one: string;
  readonly many: string;
}

export const BAND_WORDS: Readonly<Record<BandField, BandWords>> = {
  ...FIELD_WORDS,
  template: { one: 'template', many: 'templates' },
  account: { one: 'account', many: 'accounts' },
};
