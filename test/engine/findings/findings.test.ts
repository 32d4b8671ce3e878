import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { act } from '../../../electron/engine/commands/act.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { pinExhibit } from '../../../electron/engine/exhibits/pin.ts';
import { changeFinding, createFinding, setFindingStatus } from '../../../electron/engine/findings/change.ts';
import { getFinding, listFindings } from '../../../electron/engine/findings/read.ts';
import { removeFinding } from '../../../electron/engine/findings/remove.ts';
import { giveVerdict } from '../../../electron/engine/findings/verdict.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { createFinding as creating, findingFields } from '../../../shared/contract/findings.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const CLAIM = 'The accounts act together';
const acts = ({ db }: Case) => db.prepare('SELECT count(*) FROM command').pluck().get();
const records = ({ db }: Case) => db.prepare('SELECT kind, id, body FROM record ORDER BY kind, id').all();

async function withAccount(): Promise<{ open: Case; sha256: string }> {
  const open = await newCase();
  const { sha256 } = await importCsv(
    open,
    'timestamp,account_id\n2026-05-04T00:00:00Z,a\n2026-05-04T00:01:00Z,b\n',
    canonical('timestamp', 'account_id'),
  );
  return { open, sha256 };
}

/** Does something as another person, on a connection of their own. */
async function as(open: Case, author: string, work: (theirs: Case) => void): Promise<void> {
  await open.close();
  const theirs = await openCase(open.path, author, null);
  try {
    work(theirs);
  } finally {
    await theirs.close();
  }
}

test('a finding is a draft of its author, and a change of some fields leaves the others', async () => {
  const { open } = await withAccount();
  const id = createFinding(open, {
    claim: ` ${CLAIM} \ud800`,
    scope: ['account:a', 'link:b/a', 'account:a'],
  });
  expect(getFinding(open, id)).toMatchObject({
    id,
    claim: `${CLAIM} \ufffd`,
    scope: ['account:a', 'link:a/b'],
    likelihood: null,
    status: 'draft',
    author: 'tester',
    changedBy: 'tester',
    gone: [],
    exhibits: [],
    verdicts: [],
  });
  changeFinding(open, id, { likelihood: 'very likely', reasoning: ' as [[account:a]] shows ' });
  const changed = getFinding(open, id);
  expect(changed).toMatchObject({
    claim: `${CLAIM} \ufffd`,
    likelihood: 'very likely',
    reasoning: 'as [[account:a]] shows',
  });
  expect(changed.changedUs).toBeGreaterThan(changed.createdUs);
  expect(historyState(open.db).undo).toBe(`change the finding "${CLAIM} \ufffd"`);
  const before = acts(open);
  changeFinding(open, id, { likelihood: 'very likely', reasoning: 'as [[account:a]] shows' });
  changeFinding(open, id, {});
  setFindingStatus(open, id, 'draft');
  expect(acts(open)).toBe(before);
  undo(open);
  undo(open);
  expect(listFindings(open)).toEqual([]);
  redo(open);
  expect(listFindings(open)).toMatchObject([{ id, exhibits: 0, drifted: 0, agrees: 0, status: 'draft' }]);
  expect(checkChain([...custodyEntries(open.db)]).firstBad).toBeNull();
});

test('nonsense is refused with a sentence, and nothing is written', async () => {
  const { open, sha256 } = await withAccount();
  const id = createFinding(open, { claim: CLAIM, scope: ['account:a'] });
  const before = records(open);
  const gone = '0197ffff-0000-7000-8000-000000000000';
  for (const [nonsense, words] of [
    [() => createFinding(open, { claim: ' ' }), 'claims something'],
    [() => changeFinding(open, id, { claim: '\n' }), 'claims something'],
    [() => changeFinding(open, id, { scope: ['account:a', 'nothing'] }), 'one of these is none'],
    [() => changeFinding(open, id, { scope: ['account:z'] }), 'no such account'],
    [() => changeFinding(open, gone, { claim: 'x' }), 'no longer there'],
    [() => setFindingStatus(open, gone, 'agreed'), 'no longer there'],
    [() => removeFinding(open, gone), 'no longer there'],
    [() => giveVerdict(open, gone, 'agrees', ''), 'no longer there'],
    [() => giveVerdict(open, id, 'dissents', ' '), 'says why'],
  ] as const)
    expect(nonsense).toThrow(words);
  expect(records(open)).toEqual(before);
  expect(creating.args.safeParse({ claim: ' ' }).success).toBe(false);
  expect(creating.args.safeParse({ claim: 'x', status: 'agreed' }).success).toBe(false);
  expect(findingFields.safeParse({ likelihood: 'certain' }).success).toBe(false);

  // What it was about stays, and is told to be gone; what is new must be there.
  await removeSource(open, sha256, unwatched);
  changeFinding(open, id, { scope: ['account:a', 'case:'] });
  expect(getFinding(open, id)).toMatchObject({ scope: ['account:a', 'case:'], gone: ['account:a'] });
  expect(() => changeFinding(open, id, { scope: ['account:b'] })).toThrow('no such account');
});

test('verdicts are one a person, say whether the finding changed since, and outlive what nobody agrees with', async () => {
  const { open } = await withAccount();
  const id = createFinding(open, { claim: CLAIM });
  giveVerdict(open, id, 'dissents', ' too few ');
  giveVerdict(open, id, 'agrees', '');
  expect(getFinding(open, id).verdicts).toMatchObject([
    { author: 'tester', verdict: 'agrees', reason: '', changedSince: false },
  ]);
  expect(historyState(open.db).undo).toBe(`agree with the finding "${CLAIM}"`);
  const before = acts(open);
  giveVerdict(open, id, 'agrees', ' ');
  expect(acts(open)).toBe(before);

  setFindingStatus(open, id, 'agreed');
  changeFinding(open, id, { speakerNotes: 'slowly' });
  const question = { query: 'profile' as const, args: { account: 'a' } };
  const outdated = () => listFindings(open)[0].outdated;
  expect(outdated()).toBe(0);
  await pinExhibit(open, { finding: id, title: 'x', question, picture: null }, unwatched);
  expect(outdated()).toBe(1);
  undo(open);
  expect(outdated()).toBe(0);
  const rating = { finding: id, consistency: '--' as const, author: 'x', changedUs: 1 };
  act(open, { action: 'test', title: 'rate', changes: [{ kind: 'rating', id: 'e/h', body: rating }] });
  expect(outdated()).toBe(1);
  undo(open);
  changeFinding(open, id, { confidence: 'low' });
  expect(getFinding(open, id).verdicts[0].changedSince).toBe(true);
  giveVerdict(open, id, 'agrees', '');
  expect(outdated()).toBe(0);

  await as(open, 'other/person', (theirs) => {
    giveVerdict(theirs, id, 'dissents', 'no');
    expect(listFindings(theirs)).toMatchObject([{ status: 'agreed', agrees: 1, dissents: 1, outdated: 0 }]);
    giveVerdict(theirs, id, null, '');
    expect(getFinding(theirs, id).verdicts.map(({ author }) => author)).toEqual(['tester']);
    setFindingStatus(theirs, id, 'withdrawn');
    expect(() => giveVerdict(theirs, id, 'agrees', '')).toThrow('withdrawn');
  });
});

test('a finding marked as agreed without a verdict says that nobody signed', async () => {
  const open = await newCase();
  const id = createFinding(open, { claim: CLAIM });
  setFindingStatus(open, id, 'agreed');
  expect(getFinding(open, id)).toMatchObject({ status: 'agreed', verdicts: [] });
  expect(historyState(open.db).undo).toBe(`mark the finding "${CLAIM}" as agreed`);
});

test('a finding goes with all that belongs to it, and comes back with it', async () => {
  const { open } = await withAccount();
  const id = createFinding(open, { claim: CLAIM });
  const other = createFinding(open, { claim: 'another' });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
  for (const finding of [id, other]) {
    const question = { query: 'profile' as const, args: { account: 'a' } };
    await pinExhibit(open, { finding, title: 'x', question, picture: svg }, unwatched);
    giveVerdict(open, finding, 'agrees', '');
    const made = { finding, title: 't', order: 1, author: 'x', createdUs: 1 };
    act(open, {
      action: 'test',
      title: 'weigh',
      changes: [
        { kind: 'hypothesis', id: `h ${finding}`, body: { ...made, text: '', alternative: null } },
        {
          kind: 'evidence',
          id: `e ${finding}`,
          body: { ...made, exhibit: null, basis: null, credibility: 'low' },
        },
        {
          kind: 'rating',
          id: `r ${finding}`,
          body: { finding, consistency: '0', author: 'x', changedUs: 1 },
        },
      ],
    });
  }
  act(open, {
    action: 'test',
    title: 'review',
    changes: [{ kind: 'review', id: 'review', body: { findings: [id, other] } }],
  });
  const before = records(open);
  removeFinding(open, id);
  const left = JSON.stringify(records(open));
  expect(left).not.toContain(id);
  expect(left).toContain(other);
  expect(open.db.prepare("SELECT count(*) FROM record WHERE kind = 'picture'").pluck().get()).toBe(1);
  undo(open);
  expect(records(open)).toEqual(before);
});
