import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonForm } from '../../../electron/engine/identifiers/comparison-form.ts';
import { normalise } from '../../../electron/engine/identifiers/kinds.ts';
import { IDENTIFIER_KINDS } from '../../../shared/contract/records.ts';

const unicode = fc.string({ unit: 'binary' });
/** Texts near the forms that normalisers know, so that they get past the first check. */
const nearly = fc.oneof(
  unicode,
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV4Extended(),
  fc.emailAddress(),
  fc.uuid(),
  fc.uuid().map((id) => `{${id.toUpperCase()}}`),
  fc.stringMatching(/^[0-9]{4,19}[x*]{0,8}[0-9]{0,4}$/),
  fc.stringMatching(/^(AS|asn )?[0-9]{1,11}( [A-Z]+)?$/),
  fc.stringMatching(/^[A-Za-z.+_0-9ſẞΣ]{1,12}@(gmail|Googlemail|PROTON|corp)\.(com|me)$/),
  fc.stringMatching(/^([0-9]{1,3}\.){1,3}[x*]{1,3}(\/[0-9]{1,2})?$/),
  fc.stringMatching(/^[0-9a-f:]{2,30}(%[a-z0-9]+)?(\/[0-9]{1,3})?$/),
);

test.each(IDENTIFIER_KINDS)('normalising %s again changes nothing', (kind) => {
  fc.assert(
    fc.property(nearly, (text) => {
      const once = normalise(kind, text);
      if (once !== undefined)
        expect(normalise(kind, kind === 'email_domain' ? `a@${once}` : once)).toBe(once);
    }),
    { numRuns: 1500, seed: 1 },
  );
});

test('the comparison form is stable for any text, and blind to case, width and invisible characters', () => {
  fc.assert(
    fc.property(unicode, (text) => {
      const form = comparisonForm(text);
      expect(comparisonForm(form)).toBe(form);
      expect(comparisonForm(`\u200b${text.toLowerCase()}\u00ad`)).toBe(comparisonForm(text.toLowerCase()));
    }),
    { numRuns: 3000, seed: 1 },
  );
  expect(comparisonForm(' ＰＦ_Ａ1\u200d ')).toBe('pf_a1');
  expect(comparisonForm('STRASSE')).toBe(comparisonForm('straße'));
  expect(comparisonForm('ΟΔΟΣ')).toBe(comparisonForm('οδος'));
});

test.each([
  ['payment_fingerprint', ' PF_12ab ', 'pf_12ab'],
  ['payment_fingerprint', 'NULL', undefined],
  ['payment_fingerprint', '0000-0000', undefined],
  ['payment_fingerprint', '', undefined],
  ['phone', 'n/a', undefined],
  ['organization', 'org_0', 'org_0'],
  ['end_user', '--', undefined],
  ['end_user', 'x'.repeat(1001), undefined],
  ['device', '{0F8FAD5B-D9CB-469F-A165-70867728950E}', '0f8fad5b-d9cb-469f-a165-70867728950e'],
  ['device', '0f8fad5bd9cb469fa16570867728950e', '0f8fad5b-d9cb-469f-a165-70867728950e'],
  ['device', '00000000-0000-0000-0000-000000000000', undefined],
  ['device', 'dv_91c3', 'dv_91c3'],
  ['card_bin', '900112', '900112'],
  ['card_bin', '9001 1234', '90011234'],
  ['card_bin', '９００１１２', '900112'],
  ['card_bin', '900112.0', '900112'],
  ['card_bin', '900112******1234', '900112'],
  ['card_bin', '9001123456781234', '90011234'],
  ['card_bin', '9001', undefined],
  ['card_bin', '9001123456', undefined],
  ['card_bin', '000000', undefined],
  ['card_bin', 'visa', undefined],
  ['asn', '13335', 'AS13335'],
  ['asn', 'as13335', 'AS13335'],
  ['asn', 'ASN 0013335', 'AS13335'],
  ['asn', 'AS13335 Example Networks', 'AS13335'],
  ['asn', '13335.0', 'AS13335'],
  ['asn', '0', undefined],
  ['asn', '4294967296', undefined],
  ['asn', 'Example Networks', undefined],
] as const)('%s %j is %j', (kind, text, form) => {
  expect(normalise(kind, text)).toBe(form);
});
