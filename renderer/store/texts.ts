import { create } from 'zustand';
import { prepareTexts } from '../../shared/contract/texts.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';
import { runJob } from './jobs.ts';
import { say } from './status.ts';

interface Texts {
  /** What was typed, kept while other views are looked at. */
  readonly query: string;
  /** Texts are being made searchable. */
  readonly preparing: boolean;
  /** Somebody cancelled it: it starts again only when asked to. */
  readonly stopped: boolean;
  /** Rises whenever more texts may be found than before. */
  readonly version: number;
}

const NOTHING = { query: '', preparing: false, stopped: false };

export const useTexts = create<Texts>(() => ({ ...NOTHING, version: 0 }));

/** Forgets what was looked for in one case before another is shown. */
export function resetTexts(): void {
  useTexts.setState(NOTHING);
}

export function searchTextsFor(query: string): void {
  useTexts.setState({ query });
}

/** Makes the texts of the case searchable, as a job; once at a time. */
export async function makeTextsSearchable(): Promise<void> {
  if (useTexts.getState().preparing) return;
  useTexts.setState({ preparing: true, stopped: false });
  try {
    await runJob(
      'Making prompt texts searchable',
      'Texts that are searchable by then stay so.',
      prepareTexts,
      {},
    );
  } catch (error) {
    useTexts.setState({ stopped: true });
    if (!isCancelled(error)) say(messageOf(error));
  } finally {
    useTexts.setState(({ version }) => ({ preparing: false, version: version + 1 }));
  }
}
