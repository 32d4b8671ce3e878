import type { GraphAround, GraphOperatorParts } from '../../../shared/contract/graph.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { kindWords } from '../analysis/words.ts';
import { partName } from './draw-nodes.ts';
import type { SceneNode } from './scene.ts';

/** A node in words, for the live region and the tables: `account ac_1, likely, 3 neighbours not shown`. */
export function nodeWords(node: SceneNode): string {
  const name = shownText(node.name, { max: 60 });
  const hidden = node.hidden > 0 ? [`${formatUnits(node.hidden, 'neighbour')} not shown`] : [];
  const outside = node.outside ? ['outside the filter'] : [];
  if (node.type === 'operator')
    return [`operator ${name}`, formatUnits(node.accounts, 'account'), node.likelihood ?? '']
      .concat(node.closed ? ['accounts not shown'] : [])
      .concat(node.matching < node.accounts ? [`${formatCount(node.matching)} match the filter`] : [])
      .filter(Boolean)
      .join(', ');
  if (node.type === 'value')
    return [
      `${kindWords(node.kind ?? '')} ${name}`,
      `${formatUnits(node.accounts, 'account')} of the case`,
      ...hidden,
      ...outside,
    ].join(', ');
  return [`account ${name}`, node.likelihood ?? '', ...hidden, ...outside].filter(Boolean).join(', ');
}

/** `payment fingerprint: 1 value, 42 accounts, 12 not shown`: what an expansion brings, before it happens. */
export function expansionWords({ kind, values, accounts }: GraphAround, shown: ReadonlySet<string>): string {
  const more = accounts.filter((account) => !shown.has(account)).length;
  const parts = [formatUnits(values, 'value'), formatUnits(accounts.length, 'account')];
  return `${kindWords(kind)}: ${[...parts, more === 0 ? 'all shown' : `${formatCount(more)} not shown`].join(', ')}`;
}

/** `All 50 accounts in one part`; `3 parts: A 40, B 7, C 3`; single accounts are counted together. */
export function partsWords({ accounts, parts }: GraphOperatorParts): string {
  if (parts.length === 1) return `All ${formatUnits(accounts, 'account')} in one part`;
  const groups = parts.filter((size) => size > 1);
  const alone = parts.length - groups.length;
  const named = groups.map((size, at) => `${partName(at)} ${formatCount(size)}`);
  const rest = alone === 0 ? [] : [`${formatCount(alone)} alone`];
  if (groups.length === 0) return `All ${formatUnits(accounts, 'account')} alone`;
  return `${formatUnits(groups.length, 'part')}: ${[...named, ...rest].join(', ')}`;
}

/** `1,224 links, all kept`; `20,310 of 44,850 links kept`; how many of those still count. */
export function keptWords({ kept, total, counted }: GraphOperatorParts): string {
  const all =
    kept === total
      ? `${formatUnits(total, 'link')}, all kept`
      : `${formatCount(kept)} of ${formatUnits(total, 'link')} kept`;
  return counted === kept ? all : `${all}; ${formatCount(counted)} count`;
}
