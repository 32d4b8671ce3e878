import { describe, expect, it } from 'vitest';
import { checkContents } from '../../../../electron/engine/bundle/verify/contents-check.ts';
import { verifyBundle } from '../../../../electron/engine/bundle/verify/verify.ts';
import { CALIBRATION_NOTE } from '../../../../shared/contract/analysis.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { ABOUT, CUSTODY_TEXT, NOTE_ID, SMALL_PAYLOAD, smallBag } from './small-bag.ts';

const SOURCE = 'a1'.repeat(32);
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

/** Problems of the small bundle's payload with these files in it, or without where they are null. */
async function problems(changes: Readonly<Record<string, string | null>>): Promise<string[]> {
  const files = { ...SMALL_PAYLOAD, ...changes };
  const report = await checkContents({
    paths: Object.keys(files).filter((path) => files[path as keyof typeof files] !== null),
    async *read(path) {
      yield Buffer.from((files as Record<string, string>)[path]);
    },
  });
  return report.problems.map(({ file, problem }) => `${file} ${problem}`);
}

const finding = {
  id: '01900000-0000-7000-8000-00000000000f',
  number: 1,
  claim: 'c',
  status: 'draft',
  likelihood: null,
  confidence: null,
  confidenceReason: '',
  scope: ['account:ac_1', `request:${SOURCE}/2`, 'account:ac_gone'],
  notInBundle: ['account:ac_gone'],
  reasoning: '',
  changeMind: '',
  missing: '',
  author: 'a',
  created: 'x',
  createdUs: 1,
  changedBy: 'a',
  changed: 'x',
  changedUs: 1,
  verdicts: [],
  exhibits: [],
};
const FINDINGS = 'data/findings.json';
const withFinding = (changes: object) => ({
  [FINDINGS]: line({ note: CALIBRATION_NOTE, findings: [{ ...finding, ...changes }] }),
  'data/tables/record.ndjson':
    line({ kind: 'annotation', id: NOTE_ID }) + line({ kind: 'finding', id: finding.id }),
});

describe('the contents of a bundle', () => {
  it('hold as they were made', async () => {
    expect(await problems({})).toEqual([]);
    expect(await problems(withFinding({}))).toEqual([]);
  });

  it('are refused where a file is not of its shape, told without what it holds', async () => {
    expect(await problems({ 'data/case.json': line({ secret: 1 }) })).toEqual([
      expect.stringMatching(/^data\/case\.json has a value at \w+ that is not of the form of its schema$/),
    ]);
    expect(await problems({ 'data/case.json': '{' })).toEqual(['data/case.json is no JSON']);
    expect(await problems({ 'data/bundle.json': line({ ...ABOUT, more: 1 }) })).toHaveLength(1);
    expect(await problems({ 'data/annotations.ndjson': `${line({ id: 'x' })}` })).toEqual([
      expect.stringMatching(/^data\/annotations\.ndjson has in line 1 a value at/),
    ]);
    expect(await problems({ 'data/annotations.ndjson': 'x\n' })).toEqual([
      'data/annotations.ndjson has no JSON in line 1',
    ]);
    expect(await problems({ 'data/annotations.ndjson': '{}' })).toEqual([
      'data/annotations.ndjson is no text of lines after line 0',
    ]);
  });

  it('are refused where something is named that no table holds', async () => {
    const requests = SMALL_PAYLOAD['data/evidence/requests.ndjson'] as string;
    const evidence = 'data/evidence/requests.ndjson';
    for (const [change, expected] of [
      [
        { [evidence]: requests.replace('"ac_1"', '"ac_2"') },
        `${evidence} names the account ac_2, which is not in this bundle`,
      ],
      [
        { [evidence]: requests.replace(NOTE_ID, 'n') },
        `${evidence} names the note, finding or exhibit n, which is not in this bundle`,
      ],
      [
        { 'data/tables/source.ndjson': '' },
        `${evidence} names the source ${SOURCE}, which is not in this bundle`,
      ],
      [
        withFinding({ notInBundle: [] }),
        `${FINDINGS} names the account ac_gone, which is not in this bundle`,
      ],
      [
        withFinding({ scope: [`request:${SOURCE}/3`] }),
        `${FINDINGS} names the request request:${SOURCE}/3, which is not in this bundle`,
      ],
      [withFinding({ scope: ['range:1-2@operator:op_9'] }), undefined],
      [
        withFinding({ id: '01900000-0000-7000-8000-0000000000ff' }),
        `${FINDINGS} names the finding 01900000-0000-7000-8000-0000000000ff, which is not in this bundle`,
      ],
      [{ [evidence]: '{}\n' }, `${evidence} has in line 1 no request`],
    ] as const) {
      expect(await problems(change)).toEqual(expected === undefined ? [] : [expected]);
    }
    const operators = {
      ...withFinding({ scope: ['range:1-2@operator:op_9'] }),
      'data/tables/analysis_operator.ndjson': '',
    };
    expect(await problems(operators)).toEqual([
      `${FINDINGS} names the operator op_9, which is not in this bundle`,
    ]);
  });

  it('are told once a name and ten a file', async () => {
    const many = Array.from({ length: 25 }, (_, n) =>
      line({ reference: `request:${SOURCE}/${n + 1}`, account: `x${n % 20}`, source: SOURCE, citedBy: [] }),
    ).join('');
    const found = await problems({ 'data/evidence/requests.ndjson': many });
    expect(found).toHaveLength(11);
    expect(found.at(-1)).toBe('data/evidence/requests.ndjson names more things that are not in this bundle');
  });
});

describe('a redacted bundle', () => {
  const folder = temporaryFolder();
  const redacted = line({ ...ABOUT, redaction: { keyId: '0', rules: [], smallCells: [] } });
  const verified = async (custody: string) => {
    const payload = {
      ...SMALL_PAYLOAD,
      'data/bundle.json': redacted,
      'data/provenance/custody.ndjson': custody,
    };
    await smallBag(folder.path('b.zip'), { payload });
    return verifyBundle(folder.path('b.zip'));
  };

  it('has a custody log of which only the links are checked, and says so', async () => {
    const result = await verified(CUSTODY_TEXT.replace('Größe', 'acct-7'));
    expect(result).toMatchObject({ ok: true });
    expect(result.notes).toContainEqual(expect.stringMatching(/^The custody log is redacted/));
    const broken = await verified(
      CUSTODY_TEXT.replace(/"hash":"(.)/, (_, digit) => `"hash":"${digit === '0' ? '1' : '0'}`),
    );
    expect(broken.problems).toEqual([
      {
        file: 'data/provenance/custody.ndjson',
        problem: expect.stringMatching(/entry 2 does not name the hash/),
      },
    ]);
  });
});
