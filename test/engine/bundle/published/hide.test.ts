import { expect, test } from 'vitest';
import { RECORD_HIDES } from '../../../../electron/engine/bundle/published/columns.ts';
import { hidden, hiddenJson } from '../../../../electron/engine/bundle/published/hide.ts';
import { redactRecord } from '../../../../electron/engine/bundle/published/redact-record.ts';
import { NO_REDACTION } from '../../../../electron/engine/bundle/redact/no-redaction.ts';
import type { Redactor } from '../../../../electron/engine/bundle/redact/redactor.ts';
import { RECORDS } from '../../../../shared/records/records.ts';

/** Says what each string was taken for. */
const marking: Redactor = {
  ...NO_REDACTION,
  value: (kind, text) => `<${kind} ${text}>`,
  text: (text) => (text === '' ? '' : `{${text}}`),
};

test('references are taken apart, in words and alone; what is none is text', () => {
  const reference = (text: string) => hidden(marking, 'reference', text);
  expect(reference('account:a b')).toBe('account:<account a b>');
  expect(reference('range:1-2@organisation:o')).toBe('range:1-2@organisation:<organization o>');
  expect(reference('link:a/b')).toBe('link:%3Caccount%20a%3E/%3Caccount%20b%3E');
  expect(reference('session:a/s')).toBe('session:%3Caccount%20a%3E/%3Csession%20s%3E');
  expect(reference('identifier:ip/192.0.2.1')).toBe('identifier:ip/<ip 192.0.2.1>');
  expect(reference('identifier:constructor/x')).toBe('identifier:constructor/{x}');
  expect(reference(`request:${'a'.repeat(64)}/1`)).toBe(`request:${'a'.repeat(64)}/1`);
  expect(reference('operator:O-1')).toBe('operator:O-1');
  expect(reference('nothing')).toBe('{nothing}');
  expect(hidden(marking, 'words', 'as [[account:a]] and [[no such]] did')).toBe(
    '{as }[[account:<account a>]]{ and [[no such]] did}',
  );
});

test('strings of JSON are what their property says, evidence and conditions what stands beside them', () => {
  const value = JSON.parse(
    '{"account":"a","accounts":["b"],"likelihood":"likely","said":"s","n":1,"none":null,"items":[{"kind":"ip","value":"v"},{"kind":"new","value":"w"}],"chips":[{"field":"account","values":["c",null]},{"field":"tag","values":["t"]}],"__proto__":"p","constructor":"q"}',
  );
  const hides = {
    account: 'account',
    accounts: 'account',
    likelihood: 'plain',
    kind: 'plain',
    field: 'plain',
  } as const;
  expect(JSON.stringify(hiddenJson(marking, hides, value))).toBe(
    '{"account":"<account a>","accounts":["<account b>"],"likelihood":"likely","said":"{s}","n":1,"none":null,"items":[{"kind":"ip","value":"<ip v>"},{"kind":"new","value":"{w}"}],"chips":[{"field":"account","values":["<account c>",null]},{"field":"tag","values":["{t}"]}],"__proto__":"{p}","constructor":"{q}"}',
  );
});

test('every kind of record has its rules, and notes of speakers never leave', () => {
  expect(Object.keys(RECORD_HIDES).sort()).toEqual(Object.keys(RECORDS).sort());
  for (const redactor of [NO_REDACTION, marking]) {
    const finding = { claim: 'c', scope: ['account:a'], speakerNotes: 'a secret aside' };
    expect(redactRecord(redactor, { kind: 'finding', id: 'f', body: finding }).body).toMatchObject({
      speakerNotes: '',
    });
  }
});

test('ids that are accounts, or name one, are redacted; what a program reads stays', () => {
  expect(redactRecord(marking, { kind: 'cohortMove', id: 'a', body: { cohort: 'x' } })).toEqual({
    kind: 'cohortMove',
    id: '<account a>',
    body: { cohort: '{x}' },
  });
  const code = { sample: 's', coder: 'me', code: 'apart', note: '', afterResult: false, atUs: 1 };
  expect(redactRecord(marking, { kind: 'code', id: 's/a/b/me', body: code }).id).toBe('s/<account a/b>/me');
  const property = (id: string) => redactRecord(marking, { kind: 'property', id, body: { value: 'v' } }).body;
  expect([property('handling'), property('name')]).toEqual([{ value: 'v' }, { value: '{v}' }]);
});
