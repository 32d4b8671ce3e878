import type { GraphPicture } from '../../../shared/contract/graph.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { kindWords } from '../analysis/words.ts';
import type { PictureState } from './picture-state.ts';
import type { Scene } from './scene.ts';

/** What of the picture is left out: by time, by kinds of evidence, by strength and by the filter; a sentence each. */
export function stateWords(
  { without, leastBits, lines, removed, hideOutside }: PictureState,
  scene: Scene,
  seen: { readonly nodes: readonly boolean[]; readonly edges: readonly boolean[] },
  untilUs: number | null,
  zone: string,
): readonly string[] {
  const count = (flags: readonly boolean[]) => formatCount(flags.filter(Boolean).length);
  const words: string[] = [];
  if (untilUs !== null)
    words.push(
      `As of ${formatMinute(zone, untilUs)} ${zone}: ${count(seen.nodes)} of ${formatUnits(scene.nodes.length, 'node')} and ${count(seen.edges)} of ${formatUnits(scene.edges.length, 'line')} are there by then.`,
    );
  if (without.length > 0) {
    const kinds = without.map((kind) => shownText(kindWords(kind), { max: 40 })).join(', ');
    words.push(`Evidence left out: ${kinds}; links are weighed without it.`);
  }
  if (leastBits > 0) words.push(`Only links of at least ${formatCount(leastBits)} bits.`);
  if (lines === 'holding' && scene.drawn < scene.links)
    words.push(
      `${formatCount(scene.drawn)} of ${formatUnits(scene.links, 'link')} drawn: those that hold accounts together.`,
    );
  if (removed.length > 0) words.push(`${formatUnits(removed.length, 'node')} removed by hand.`);
  if (hideOutside && scene.hiddenOutside > 0)
    words.push(
      `${formatUnits(scene.hiddenOutside, 'account or operator', 'accounts and operators')} outside the filter hidden.`,
    );
  return words;
}

/** Of the accounts of the filter those in the picture. */
export function ofFilterWords(found: GraphPicture['ofFilter']): string {
  if (!found) return 'No filter is in force, so that there are no accounts of it to show.';
  const { accounts, ofAccounts } = found;
  const which = accounts < ofAccounts ? ', those of the highest scores: more make no picture' : '';
  return `${formatCount(accounts)} of ${formatUnits(ofAccounts, 'analysed account')} of the filter are in the picture${which}.`;
}

/** `8 of 20 accounts shown match the filter, and 3 of 12 bubbles have accounts that do`. */
export function matchWords({ nodes }: Scene): string {
  const accounts = nodes.filter(({ type }) => type === 'account');
  const bubbles = nodes.filter(({ closed }) => closed);
  const some = (of: typeof nodes) => formatCount(of.filter(({ outside }) => !outside).length);
  const parts = [
    ...(accounts.length > 0
      ? [`${some(accounts)} of ${formatUnits(accounts.length, 'account')} shown match the filter`]
      : []),
    ...(bubbles.length > 0
      ? [`${some(bubbles)} of ${formatUnits(bubbles.length, 'bubble')} have accounts that match`]
      : []),
  ];
  return parts.join(', ');
}
