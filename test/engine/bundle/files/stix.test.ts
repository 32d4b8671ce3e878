import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type SeenValues,
  seenValues,
} from '../../../../electron/engine/bundle/files/entities/seen-values.ts';
import { stixFaults } from '../../../../electron/engine/bundle/files/stix/check.ts';
import { stixBundle } from '../../../../electron/engine/bundle/files/stix/stix-file.ts';
import { observableId, type StixObject } from '../../../../electron/engine/bundle/files/stix/stix-object.ts';
import type { Published } from '../../../../electron/engine/bundle/published/published.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { HANDLING, PAP } from '../../../../shared/contract/cases.ts';
import { NEW_CASE } from '../../support.ts';
import { fillHostileCase, HOSTILE, publishedHostile, SECRET } from './hostile-case.ts';

/** The schemas as OASIS publishes them are no part of this repository. */
const SCHEMAS =
  process.env.STILLWATCH_STIX_SCHEMAS ??
  resolve(import.meta.dirname, '../../../../../shared/data/standards/stix2-json-schemas/schemas');

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
let open: Case;
let published: Published;
let seen: SeenValues;
let objects: readonly StixObject[];

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  await fillHostileCase(open);
  published = publishedHostile(open);
  seen = await seenValues(open.db, unwatched);
  ({ objects } = stixBundle(published, seen));
});

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const ofType = (type: string) => objects.filter((one) => one.type === type);

describe('the STIX bundle', () => {
  it('meets the schemas of OASIS, whatever strangers call themselves', ({ skip }) => {
    if (!existsSync(SCHEMAS))
      skip('The schemas are neither beside this checkout nor where STILLWATCH_STIX_SCHEMAS says.');
    const validate = validatorOf(SCHEMAS);
    const faults = objects.flatMap((object) => (validate(object) ?? []).map((fault) => [object.type, fault]));
    expect(faults).toEqual([]);
    const { number_observed: _, ...without } = ofType('observed-data')[0];
    expect(validate(without as StixObject)).not.toBeUndefined();
    for (const handling of HANDLING)
      for (const pap of PAP) {
        const choice = { ...published.about.choice, handling, pap };
        const marked = stixBundle({ open, about: { ...published.about, choice } }, seen);
        expect(marked.objects.flatMap((object) => validate(object) ?? [])).toEqual([]);
      }
  });

  it('has one of each thing, known by the ids of the standard', () => {
    const counts = Object.fromEntries(
      [...new Set(objects.map(({ type }) => type))].map((type) => [type, ofType(type).length]),
    );
    expect(counts).toEqual({
      'marking-definition': 2,
      identity: 1,
      'user-account': HOSTILE.length,
      'email-addr': 6,
      'ipv4-addr': HOSTILE.length,
      'autonomous-system': 2,
      software: 2,
      // Half of the accounts are seen in two months.
      'observed-data': ofType('observed-data').length,
      relationship: HOSTILE.length - 1 + HOSTILE.length,
      grouping: 1,
      note: 2,
      opinion: 2,
      report: 1,
    });
    expect(ofType('observed-data').reduce((sum, one) => sum + Number(one.number_observed), 0)).toBe(
      3 * HOSTILE.length,
    );
    expect(ofType('observed-data').length).toBeLessThan(3 * HOSTILE.length);
    // The example of the standard, section 2.9.
    expect(observableId('ipv4-addr', { value: '198.51.100.3' })).toBe(
      'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
    );
    // One was banned; what the others' state means is not told.
    expect(ofType('user-account').flatMap(({ is_disabled }) => is_disabled ?? [])).toEqual([true]);
    expect(ofType('user-account')[0].id).toBe(
      observableId('user-account', { user_id: ofType('user-account')[0].user_id }),
    );
  });

  it('alleges nothing: findings are notes with their confidence, dissent is an opinion, operators are groupings', () => {
    const types = new Set(objects.map(({ type }) => type));
    for (const type of ['threat-actor', 'campaign', 'intrusion-set', 'incident', 'indicator', 'malware'])
      expect(types.has(type)).toBe(false);
    const finding = ofType('note').find(({ abstract }) => String(abstract).startsWith('=HYPERLINK'));
    expect(finding).toMatchObject({ confidence: 15, authors: ['tester'] });
    expect(finding?.object_refs).toHaveLength(3);
    expect(String(finding?.content)).toMatch(/^Claim: .*\n\nLikelihood: likely\n\nConfidence: low\n/s);
    expect(JSON.stringify(objects)).not.toContain(SECRET);
    expect(ofType('opinion').map(({ opinion, object_refs }) => [opinion, object_refs])).toEqual([
      ['agree', [finding?.id]],
      ['disagree', [finding?.id]],
    ]);
    expect(ofType('grouping')[0]).toMatchObject({ context: 'suspicious-activity', confidence: 15 });
    expect(ofType('grouping')[0].object_refs).toHaveLength(2 * HOSTILE.length - 1);
    for (const { description } of [...ofType('grouping'), ...ofType('relationship')])
      for (const sentence of String(description).split(/[.\n]/))
        expect(/confidence/i.test(sentence) && /likely|certain|chance|even/.test(sentence)).toBe(false);
    expect(ofType('relationship')[0]).toMatchObject({
      description: expect.stringContaining('That one operator runs both: almost certain.'),
      confidence: 95,
    });
  });

  it('is marked throughout, and says so with objects of fixed ids', () => {
    expect(ofType('marking-definition').map(({ name }) => name)).toEqual(['TLP:AMBER', 'PAP:RED']);
    expect(ofType('marking-definition')[0].id).toBe(
      'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
    );
    const markings = ofType('marking-definition').map(({ id }) => id);
    for (const one of objects)
      if (one.type !== 'marking-definition') expect(one.object_marking_refs).toEqual(markings);
  });
});

describe('the check of a STIX bundle', () => {
  it('finds nothing in ours', () => expect(stixFaults(objects)).toEqual([]));

  it.each([
    ['an id twice', (all: StixObject[]) => all.push(all[0]), /is there twice/],
    [
      'a reference to nothing',
      (all: StixObject[]) =>
        all.splice(
          all.findIndex(({ type }) => type === 'user-account'),
          1,
        ),
      /is not there/,
    ],
    ['no marking', (all: StixObject[]) => all.push({ type: 'note', id: 'note--1' }), /has no marking/],
    [
      'an allegation',
      (all: StixObject[]) =>
        all.push({ type: 'threat-actor', id: 'threat-actor--1', object_marking_refs: [all[0].id] }),
      /alleges/,
    ],
    [
      'an id of another type',
      (all: StixObject[]) => all.push({ type: 'note', id: 'report--1', object_marking_refs: [all[0].id] }),
      /is no id of a note/,
    ],
    [
      'a time before its beginning',
      (all: StixObject[]) =>
        all.push({
          type: 'note',
          id: 'note--1',
          created: '2',
          modified: '1',
          object_marking_refs: [all[0].id],
        }),
      /is modified before it is created/,
    ],
  ])('finds %s', (_, spoil, fault) => {
    const all = [...objects];
    spoil(all);
    expect(stixFaults(all).join('\n')).toMatch(fault);
  });
});

/** What is wrong with an object by the schema of its type; undefined for nothing. */
function validatorOf(schemas: string): (object: StixObject) => unknown[] | undefined {
  const ajv = new Ajv2020({ unicodeRegExp: false, strict: false, logger: false });
  addFormats.default(ajv);
  const idOf = new Map<string, string>();
  for (const part of ['common', 'observables', 'sdos', 'sros'])
    for (const file of readdirSync(join(schemas, part))) {
      const schema = JSON.parse(readFileSync(join(schemas, part, file), 'utf8'));
      ajv.addSchema(schema);
      idOf.set(file.replace('.json', ''), schema.$id);
    }
  return (object) => {
    const validate = ajv.getSchema(idOf.get(object.type) as string);
    if (!validate) throw new Error(`No schema of ${object.type}`);
    return validate(object) ? undefined : [...(validate.errors ?? []), object];
  };
}
