import { normalise } from '../../../electron/engine/identifiers/kinds.ts';
import { networkClass } from '../../../electron/engine/identifiers/network.ts';
import { detectTimeForm } from '../../../electron/engine/import/detect-time.ts';
import { parseNumber } from '../../../electron/engine/import/parse-number.ts';
import { newReading, spellTime, timeReader } from '../../../electron/engine/import/parse-time.ts';
import { normaliseText } from '../../../electron/engine/text/normalise.ts';
import { Sketcher } from '../../../electron/engine/text/sketch.ts';
import { TIME_FORMATS } from '../../../shared/contract/imports.ts';
import { IDENTIFIER_KINDS } from '../../../shared/contract/records.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { hostileWord, looping, mutateText } from '../mutate/words.ts';
import { demand, type Target } from '../target.ts';

const SEEDS = [
  '2026-05-04T10:00:00.123456Z',
  '2026-05-04 10:00:00 +08:00',
  '04/05/2026 10:00 PM',
  'Mon, 04 May 2026 10:00:00 GMT',
  'May 4, 2026, 10:00:00.5 a.m. PDT',
  '1777888800',
  '1777888800000000000',
  '638827632000000000',
  '46146.41666',
  '1,234,567.89',
  '-1.5e-7',
  '2001:db8::1.2.3.4',
  '203.0.113.7:443, 10.0.0.1',
  'First.Last+tag@Example.co.uk',
  'AS64500 Example',
  '424242******4242',
  'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  '/CN=x/O=y',
];
/** Kinds whose comparison form is a value of theirs; the others take a part of one. */
const COMPARED: ReadonlySet<string> = new Set([
  'organization',
  'api_key',
  'payment_fingerprint',
  'phone',
  'device',
  'email',
  'ip',
  'asn',
  'header_fingerprint',
  'end_user',
]);
const READERS = TIME_FORMATS.flatMap((format) => [
  timeReader(format, null),
  timeReader(format, zoneOf('Asia/Tokyo')),
]);

/** Single values of cells: times in all forms, numbers, identifiers, and texts brought to a form in which they compare. */
export const values: Target = {
  name: 'values',
  about: 'times, numbers, identifiers and texts of single cells',
  share: 36_000,
  async start() {
    const reading = newReading();
    const sketcher = new Sketcher();
    return {
      make: (rng) =>
        Buffer.from(
          rng.chance(0.06)
            ? looping(rng)
            : mutateText(rng, hostileWord(rng, SEEDS), [...SEEDS, ':', 'T', '+', '.']),
        ),
      run: (input) => {
        const text = input.toString();
        for (const read of READERS) {
          read(input, 0, input.length, reading);
          demand(
            Number.isNaN(reading.us) || Number.isSafeInteger(reading.us),
            'gives a time that is no whole number',
          );
          if (!Number.isNaN(reading.us) && reading.style !== null) spellTime(reading.us, reading.style, null);
        }
        const form = detectTimeForm('time (UTC+8)', [text, text]);
        const number = parseNumber(input, 0, input.length);
        for (const kind of IDENTIFIER_KINDS) {
          const first = normalise(kind, text);
          if (first !== undefined && COMPARED.has(kind) && first.length <= 1000)
            demand(
              normalise(kind, first) === first,
              `brings a value of the kind ${kind} to a form that is none`,
            );
        }
        networkClass(text);
        normaliseText(text);
        sketcher.sketch(input, 0, input.length);
        shownText(text);
        return `${form.read01 > 0 ? form.format : 'no time'}${Number.isNaN(number) ? '' : ', number'}`;
      },
    };
  },
};
