import type { Handling } from '../../../../../shared/contract/cases.ts';
import type { BundleAbout } from '../../published/about.ts';
import { objectId, type StixObject } from './stix-object.ts';

/** TLP 2.0 as FIRST publishes it for STIX 2.1: objects of fixed ids. */
const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const TLP_CREATED = '2022-10-01T00:00:00.000Z';
const TLP: Readonly<Record<Handling, string>> = {
  'TLP:CLEAR': '94868c89-83c2-464b-929b-a1a8aa3c8487',
  'TLP:GREEN': 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:AMBER': '55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:AMBER+STRICT': '939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:RED': 'e828b379-4e03-4974-9ac4-e53a884c97c1',
};
/** The Permissible Actions Protocol has no object of its own: it is said as a statement, the same for everybody. */
const PAP_CREATED = '2022-10-01T00:00:00.000Z';

/** The markings that every object of the bundle carries. */
export function markingsOf({ choice: { handling, pap } }: BundleAbout): StixObject[] {
  const tlp: StixObject = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${TLP[handling]}`,
    created: TLP_CREATED,
    name: handling,
    extensions: {
      [TLP_EXTENSION]: {
        extension_type: 'property-extension',
        tlp_2_0: handling.slice('TLP:'.length).toLowerCase(),
      },
    },
  };
  if (pap === '') return [tlp];
  return [
    tlp,
    {
      type: 'marking-definition',
      spec_version: '2.1',
      id: objectId('marking-definition', [pap]),
      created: PAP_CREATED,
      name: pap,
      definition_type: 'statement',
      definition: { statement: pap },
    },
  ];
}
