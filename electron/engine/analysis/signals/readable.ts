import type { SignalContext } from './signal.ts';

/** Why forms and capabilities cannot be told: null when at least some prompts have a text. */
export function withoutText({ digests }: SignalContext): string | null {
  return digests.texts > 0
    ? null
    : 'No request carries the text of its prompt, and what a prompt asks for cannot be told from a hash.';
}

/** Why prompts cannot be told apart: null when requests carry texts or hashes of them. */
export function withoutPrompts({ data }: SignalContext): string | null {
  return data.prompts > 0 ? null : 'No request carries a prompt or a hash of one.';
}

/** Why topics cannot be told: null when the data give them or the prompts tell them. */
export function withoutTopics({ topics }: SignalContext): string | null {
  return topics.source === 'none'
    ? 'The requests carry neither topics nor prompts that differ enough to compute topics from.'
    : null;
}

/** What the cells of a case are called, so that nobody takes a computed topic for one of the data's own. */
export function topicWords({ topics }: SignalContext): string {
  return topics.source === 'computed' ? 'topic (computed from the prompts)' : 'topic';
}
