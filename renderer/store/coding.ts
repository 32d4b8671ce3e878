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
import { notesChanged, useSession, whenCaseGoes } from './session.ts';
import { say } from './status.ts';
import { goTo } from './views.ts';

interface Coding {
  /** The sample whose sheet is open and the opening of the case that it was opened in; null for none. */
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

whenCaseGoes(() => useCoding.setState(useCoding.getInitialState()));

export const openSamples = () => goTo({ name: 'coding' });
export const openSheet = (sample: string) => goTo({ name: 'coding-sheet', sample });
export const openCodingResult = (sample: string) => goTo({ name: 'coding-result', sample });

/** Takes over what is coded of a sample; of another one than before, it begins at the first without a code. */
export function takeSheet(sample: string, accounts: readonly AccountToCode[], next: string | null): void {
  const opening = useSession.getState().file?.grant ?? null;
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

export function draftNote(account: string, note: string): void {
  useCoding.setState(({ drafts }) => ({ drafts: new Map(drafts).set(account, note) }));
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
  try {
    await engine.call(codeAccount, { sample, account, code, note });
  } catch (error) {
    say(messageOf(error));
    return;
  }
  await notesChanged();
  say(`Coded: ${code}. Undo takes it back.`);
  useCoding.setState(({ drafts }) => {
    if (drafts.get(account) !== note) return {};
    const others = new Map(drafts);
    others.delete(account);
    return { drafts: others };
  });
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
