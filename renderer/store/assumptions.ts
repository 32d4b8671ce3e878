import { ASSUMPTION_TITLES, type Assumption, assumptionWords } from '../../shared/assumptions.ts';
import { assume, listAssumptions } from '../../shared/contract/assumptions.ts';
import { engine } from '../engine.ts';
import { messageOf } from '../ui/message-of.ts';
import { assumptionsChanged } from './session.ts';
import { say } from './status.ts';

/** Assumes a value for the case, or its default; says why where it cannot. Resolves to whether it holds now. */
export async function assumeForCase(assumption: Assumption): Promise<boolean> {
  try {
    await engine.call(assume, assumption);
  } catch (error) {
    say(messageOf(error));
    return false;
  }
  say(`${ASSUMPTION_TITLES[assumption.name]}: ${assumptionWords(assumption)}.`);
  await assumptionsChanged();
  return true;
}

/** Does what may change assumptions; when it did, what rests on them is read again. */
export async function watchingAssumptions(act: () => Promise<void>): Promise<void> {
  const before = await assumptionsNow();
  await act();
  if ((await assumptionsNow()) !== before) await assumptionsChanged();
}

async function assumptionsNow(): Promise<string> {
  return JSON.stringify(await engine.call(listAssumptions, {}));
}
