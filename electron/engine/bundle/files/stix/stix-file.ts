import { CALIBRATION_NOTE } from '../../../../../shared/contract/analysis.ts';
import { canonicalJson } from '../../../canonical-json.ts';
import { json } from '../../json-text.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { type SeenValues, seenValues } from '../entities/seen-values.ts';
import { again } from '../file-of.ts';
import { stixFaults } from './check.ts';
import { findingNotes } from './findings-notes.ts';
import { stixFrame } from './frame.ts';
import { observablesOf } from './observables.ts';
import { observedData } from './observed-data.ts';
import { objectId, type StixObject, stixTime } from './stix-object.ts';
import { tiesOf } from './ties.ts';

/** `data/stix/bundle.json`: what the bundle says of accounts, operators and findings, in STIX 2.1. */
export const stixFiles: FilesOf = async (published, job) => {
  const seenIn = await seenValues(published.open.db, job);
  return [
    {
      path: 'data/stix/bundle.json',
      content: again(function* () {
        yield json(stixBundle(published, seenIn));
      }),
    },
  ];
};

export function stixBundle(published: Published, seenIn: SeenValues) {
  const { open, about } = published;
  const { db } = open;
  const frame = stixFrame(published);
  const info = open.info();
  const observables = observablesOf(open, frame, seenIn);
  const ties = tiesOf(db, frame, observables);
  const found: StixObject[] = [
    frame.exporter,
    ...observables.accounts.values(),
    ...observables.others,
    ...observedData(db, frame, observables),
    ...ties.relationships,
    ...ties.groupings,
  ];
  const reportOf = ['report', about.exportedUs];
  const reportId = frame.idOf('report', reportOf);
  const notes = [
    ...findingNotes(open, frame, observables.accounts, new Set(found.map(({ id }) => id)), reportId),
    frame.object('note', ['reading', about.exportedUs], {
      abstract: 'How this bundle is to be read',
      content: readingNote(ties.linksLeftOut, observables.leftOut),
      object_refs: [reportId],
    }),
  ];
  const report = frame.object('report', reportOf, {
    name: info.name,
    description: info.question === '' ? 'What usage records of accounts show.' : info.question,
    report_types: ['observed-data'],
    published: stixTime(about.exportedUs),
    object_refs: [...found, ...notes].map(({ id }) => id),
  });
  const objects = [...frame.markings, ...found, ...notes, report];
  const faults = stixFaults(objects);
  if (faults.length > 0) throw new Error(`The STIX bundle does not hold: ${faults.slice(0, 5).join('; ')}`);
  return { type: 'bundle', id: objectId('bundle', [canonicalJson(objects)]), objects };
}

function readingNote(linksLeftOut: number, valuesLeftOut: number): string {
  return [
    'Observed data are of accounts under examination, one object for each account and month of the UTC calendar; times are to the quarter hour.',
    'Relationships and groupings say that an analysis finds accounts tied. They are not findings that anyone broke a contract or a law.',
    `${CALIBRATION_NOTE} Likelihood and confidence are apart: groupings and notes carry the confidence (scale none, low, medium, high), relationships the likelihood (DNI scale).`,
    linksLeftOut > 0
      ? `${linksLeftOut} weaker links are left out here; data/links/links.ndjson of the evidence bundle has all.`
      : '',
    valuesLeftOut > 0
      ? `${valuesLeftOut} addresses and numbers have no form in STIX and are left out here; data/entities/identifiers.ndjson has them.`
      : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
