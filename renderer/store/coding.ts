import { create } from 'zustand';
import {
  type AccountToCode,
  type Code,
  type CodingResult,
  codeAccount,
  drawSample,
} from '../../shared/contract/coding.ts';
import { engine } from '../engine.ts';
import { messageOf } from '../ui/message-of.ts';
import { notesChanged, useSession, whenCaseGoes, whenCaseLeft } from './session.ts';
import { say } from './status.ts';
import { hold, letGo, saveHeld, useUnsaved } from './unsaved.ts';
import { goTo } from './views.ts';

interface Coding {
  /** The sample whose sheet is open, and the opening of the case and the person that it was opened for; null for none. */
  readonly sample: string | null;
  readonly opening: string | null;
  readonly accounts: readonly AccountToCode[];
  /** The account shown of it. */
  readonly account: string | null;
  /** Another account of the sample to look at beside it. */
  readonly beside: string | null;
  /** Notes typed and not kept yet, by account. */
  readonly drafts: ReadonlyMap<string, string>;
}

/** Where the person at work is in the sheet of a sample. */
export const useCoding = create<Coding>(() => ({
  sample: null,
  opening: null,
  accounts: [],
  account: null,
  beside: null,
  drafts: new Map(),
}));

whenCaseGoes(() => useCoding.setState({ accounts: [], beside: null }));
// Notes of accounts without a code are in the window alone: they outlast a lock.
whenCaseLeft(() => useCoding.setState(useCoding.getInitialState()));

// Notes of accounts that have a code are saved with it, so they go with what was not saved.
useUnsaved.subscribe((now, before) => {
  if (now.drops === before.drops) return;
  useCoding.setState(({ accounts, drafts }) => ({
    drafts: new Map(
      [...drafts].filter(([of]) => accounts.some((one) => one.account === of && one.code === null)),
    ),
  }));
});

export const openSamples = () => goTo({ name: 'coding' });
export const openSheet = (sample: string) => goTo({ name: 'coding-sheet', sample });
export const openCodingResult = (sample: string) => goTo({ name: 'coding-result', sample });

/** Takes over what is coded of a sample; of another one than before, it begins at the first without a code. */
export function takeSheet(sample: string, accounts: readonly AccountToCode[], next: string | null): void {
  const { file, author } = useSession.getState();
  // What one coder typed is not for another who unlocks the case.
  const opening = file && `${file.grant} ${author}`;
  const open = useCoding.getState();
  if (open.sample === sample && open.opening === opening) useCoding.setState({ accounts });
  else
    useCoding.setState({
      ...{ sample, opening, accounts, beside: null, drafts: new Map() },
      account: next ?? accounts[0]?.account ?? null,
    });
}

export function showAccount(account: string): void {
  useCoding.setState(({ beside }) => ({ account, beside: beside === account ? null : beside }));
}

export function showBeside(beside: string | null): void {
  useCoding.setState({ beside });
}

/** How the code of an account stands with the fields that save by themselves. */
const codeField = (sample: string, account: string) => ({
  of: `coding:${sample}/${account}`,
  what: 'Code of an account, with its note',
});

function holdCode(sample: string, account: string, code: Code, note: string): void {
  const said = note === '' ? code : `${code}: ${note}`;
  hold(codeField(sample, account), said, () => codeWith(sample, account, code, note), null);
}

/** Takes over what was typed as note of an account: kept with its code, once the field is left. */
export function draftNote(account: string, note: string): void {
  const { sample, accounts } = useCoding.getState();
  useCoding.setState(({ drafts }) => ({ drafts: new Map(drafts).set(account, note) }));
  const coded = accounts.find((one) => one.account === account);
  const code = coded?.code ?? null;
  if (sample === null || !coded || code === null) return;
  if (note.trim() === coded.note) letGo(codeField(sample, account));
  else holdCode(sample, account, code, note);
}

/** Saves what was typed as note of an account that has a code. */
export function saveNote(account: string): void {
  const { sample } = useCoding.getState();
  if (sample !== null) void saveHeld(codeField(sample, account));
}

/** The note of an account as it stands in its field. */
export function noteOf({ accounts, drafts }: Pick<Coding, 'accounts' | 'drafts'>, account: string): string {
  return drafts.get(account) ?? accounts.find((one) => one.account === account)?.note ?? '';
}

/** Codes the account shown, with the note that was typed. */
export async function giveCode(code: Code): Promise<void> {
  const { sample, account } = useCoding.getState();
  if (sample === null || account === null) return;
  const note = noteOf(useCoding.getState(), account);
  holdCode(sample, account, code, note);
  await saveHeld(codeField(sample, account));
}

async function codeWith(sample: string, account: string, code: Code, note: string): Promise<boolean> {
  try {
    await engine.call(codeAccount, { sample, account, code, note });
  } catch (error) {
    say(messageOf(error));
    return false;
  }
  await notesChanged();
  say(`Coded: ${code}. Undo takes it back.`);
  useCoding.setState(({ drafts }) => {
    if (drafts.get(account) !== note) return {};
    const others = new Map(drafts);
    others.delete(account);
    return { drafts: others };
  });
  return true;
}

/** Draws a sample; throws as the call does, so that the form keeps what was typed. */
export async function drawForCoding(asked: {
  operator: string;
  size: number;
  seed: number;
  question: string;
}): Promise<{
  readonly id: string;
  readonly frame: CodingResult['frame'];
  readonly drawn: CodingResult['drawn'];
}> {
  const drawn = await engine.call(drawSample, asked);
  say('Sample drawn. Undo takes it back.');
  await notesChanged();
  return drawn;
}
