import type { Handling, Pap } from '../../shared/contract/cases.ts';

/** What TLP 2.0 says of each marking, in one line. */
export const HANDLING_MEANS: Readonly<Record<Handling, string>> = {
  'TLP:CLEAR': 'No limit on sharing.',
  'TLP:GREEN': 'Within the community, not in public.',
  'TLP:AMBER': 'Within the organisation and its clients, on a need-to-know basis.',
  'TLP:AMBER+STRICT': 'Within the organisation only, on a need-to-know basis.',
  'TLP:RED': 'For named individuals only.',
};

/** What may be done with what is in the case, so that those examined do not learn of it. */
export const PAP_MEANS: Readonly<Record<Pap, string>> = {
  '': 'Nothing is said of what may be done with it.',
  'PAP:CLEAR': 'No limit on what may be done with it.',
  'PAP:GREEN': 'Active steps are allowed, as blocking an account.',
  'PAP:AMBER': 'Passive look-ups only: nothing that those examined could notice.',
  'PAP:RED': 'On systems of one’s own that nobody else can see into, and nowhere else.',
};
