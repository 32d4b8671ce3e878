import { create } from 'zustand';
import { orderExhibits, pinExhibit, renameExhibit, unpinExhibit } from '../../shared/contract/exhibits.ts';
import {
  changeFinding,
  createFinding,
  type FindingFields,
  type FindingStatus,
  giveVerdict,
  removeFinding,
  setFindingStatus,
  type Verdict,
} from '../../shared/contract/findings.ts';
import { engine } from '../engine.ts';
import type { ToPin } from './dialogs.ts';
import { useExhibitChecks } from './exhibit-checks.ts';
import { useSession } from './session.ts';
import type { FieldName } from './unsaved.ts';
import { goTo } from './views.ts';
import { write } from './write.ts';

/** A new finding whose claim is to be written at once. */
export const useFresh = create<{ readonly finding: string | null }>(() => ({ finding: null }));

/** Each write of a finding rises it, and each check. */
export function useFindingsVersion(): number {
  const notes = useSession((state) => state.notesVersion);
  const data = useSession((state) => state.dataVersion);
  return notes + data + useExhibitChecks((state) => state.version);
}

/** What a new finding says until its claim is written. */
export const NEW_CLAIM = 'New finding';

/** Makes a draft and shows it, its claim ready to be written. */
export async function newFinding(scope: readonly string[] = []): Promise<void> {
  const id = await makeFinding(NEW_CLAIM, scope);
  if (id === null) return;
  useFresh.setState({ finding: id });
  openFinding(id);
}

/** Makes a draft; null where that was refused, which is said. */
export async function makeFinding(claim: string, scope: readonly string[]): Promise<string | null> {
  let id: string | null = null;
  await write(async () => {
    id = (await engine.call(createFinding, { claim, scope: [...scope] })).id;
  }, 'Finding made. Undo takes it back.');
  return id;
}

export function openFinding(finding: string): void {
  goTo({ name: 'finding', finding });
}

/** Fields of a finding that save by themselves. */
type SavedField = Exclude<keyof FindingFields, 'scope'>;

const FIELD_WORDS: Readonly<Record<SavedField, string>> = {
  claim: 'Claim of a finding',
  likelihood: 'Likelihood of a finding',
  confidence: 'Confidence of a finding',
  confidenceReason: 'What the confidence of a finding rests on',
  reasoning: 'Reasoning of a finding',
  changeMind: 'What would change our mind on a finding',
  missing: 'What was expected of a finding, but is absent',
  speakerNotes: 'Speaker notes of a finding',
};

/** Its name among all fields that save by themselves. */
export function findingField(id: string, field: SavedField): FieldName {
  return { of: `finding:${id}`, what: FIELD_WORDS[field] };
}

export function changeFields(id: string, fields: Partial<FindingFields>): Promise<boolean> {
  return write(() => engine.call(changeFinding, { id, fields }), 'Finding saved.');
}

export function markFinding(id: string, status: FindingStatus): Promise<boolean> {
  return write(() => engine.call(setFindingStatus, { id, status }), `Finding marked: ${status}.`);
}

export async function dropFinding(id: string): Promise<void> {
  if (await write(() => engine.call(removeFinding, { id }), 'Finding removed. Undo brings it back.'))
    goTo({ name: 'findings' });
}

export function sayVerdict(id: string, verdict: Verdict['verdict'] | null, reason: string): Promise<boolean> {
  const said = verdict === null ? 'You have no verdict on this finding now.' : 'Verdict recorded.';
  return write(() => engine.call(giveVerdict, { id, verdict, reason }), said);
}

export function pinTo(finding: string, { title, question, picture }: ToPin): Promise<boolean> {
  return write(() => engine.call(pinExhibit, { finding, title, question, picture }), 'Exhibit pinned.');
}

export function renamePinned(id: string, title: string): Promise<boolean> {
  return write(() => engine.call(renameExhibit, { id, title }), 'Exhibit renamed.');
}

export function unpin(id: string): Promise<boolean> {
  return write(() => engine.call(unpinExhibit, { id }), 'Exhibit unpinned. Undo brings it back.');
}

export function putInOrder(finding: string, exhibits: readonly string[]): Promise<boolean> {
  return write(
    () => engine.call(orderExhibits, { finding, exhibits: [...exhibits] }),
    'Exhibits put in another order.',
  );
}
