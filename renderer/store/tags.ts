import { create } from 'zustand';
import { describeTag, listTags, renameTag, type TagInfo } from '../../shared/contract/annotations.ts';
import { engine } from '../engine.ts';
import { formatUnits } from '../ui/format.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';
import { notesChanged, useSession } from './session.ts';
import { say } from './status.ts';

/** The tags of the case by name: what each means, its hue, and how often it is used. */
export const useTags = create<{ tags: ReadonlyMap<string, TagInfo> }>(() => ({ tags: new Map() }));

/** Follows the case: its tags are read again whenever annotations may have changed. Called once. */
export function startTags(): void {
  useSession.subscribe((state, before) => {
    if (state.notesVersion === before.notesVersion && (state.case === null) === (before.case === null))
      return;
    if (state.case === null) useTags.setState({ tags: new Map() });
    else void readTags();
  });
}

async function readTags(): Promise<void> {
  const { notesVersion } = useSession.getState();
  try {
    const tags = await engine.call(listTags, {});
    const now = useSession.getState();
    if (now.case !== null && now.notesVersion === notesVersion)
      useTags.setState({ tags: new Map(tags.map((one) => [one.tag, one])) });
  } catch (error) {
    if (!isCancelled(error)) say(messageOf(error));
  }
}

/** Each act below writes one command; it throws as the call does, so that a form can keep its text. */
export async function giveTagMeaning(tag: string, colour: number, meaning: string): Promise<void> {
  await engine.call(describeTag, { tag, colour, meaning });
  say('Tag described.');
  await notesChanged();
}

export async function callTag(from: string, to: string): Promise<void> {
  const changed = await engine.call(renameTag, { from, to });
  say(`${formatUnits(changed, 'annotation')} changed. Undo takes it back as one.`);
  await notesChanged();
}
