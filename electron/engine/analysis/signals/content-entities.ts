import type { SignalContext } from './signal.ts';

/**
 * Whom each account counts as when it is asked how common content is: what identifiers, apart from content, join is
 * one, so that a campaign does not make its own content look common.
 */
export function contentEntities({ lists, links, customers }: SignalContext): Uint32Array {
  const k = lists.findIndex(({ list }) => list.kind === 'template');
  return k < 0 ? customers : links.rates[k].entityOf;
}
