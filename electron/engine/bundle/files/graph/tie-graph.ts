import type { AccountScore } from '../../../../../shared/contract/analysis.ts';
import { allTotals } from '../../../accounts/totals.ts';
import { readAccounts, readOperators } from '../../../analysis/results.ts';
import type { Database } from '../../../case/database.ts';
import { referenceAccounts } from '../../../cohorts/reference-accounts.ts';
import { publishedLinks } from '../links/published-links.ts';
import { byOperator, byText, entriesByText } from '../order.ts';

export interface TieNode {
  /** `n0`, `n1` ...: ids of an XML document cannot be what strangers call their accounts. */
  readonly id: string;
  readonly type: 'account' | 'operator' | 'identifier';
  /** The account or operator, or the value of the identifier. */
  readonly name: string;
  /** Kind of the identifier; '' for the others. */
  readonly kind: string;
  readonly score: number | null;
  readonly requests: number | null;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
}

export interface TieEdge {
  readonly id: string;
  /** A link of two accounts, an account's membership of an operator, or that it carries an identifier which links it. */
  readonly type: 'link' | 'member' | 'carries';
  readonly source: string;
  readonly target: string;
  /** Of the link; of an identifier what it adds at most to a link of the account. null for membership. */
  readonly bits: number | null;
  /** Kinds of evidence of the link, or of the identifier. */
  readonly kind: string;
  /** When both accounts had begun, and when the last of them stopped; null where that is not known. */
  readonly firstUs: number | null;
  readonly lastUs: number | null;
}

export interface TieGraph {
  readonly nodes: readonly TieNode[];
  readonly edges: readonly TieEdge[];
}

/** Accounts of a published case, operators, and identifiers that link accounts, with what ties them. At most one edge a pair. */
export function tieGraph(db: Database): TieGraph {
  const nodes: TieNode[] = [];
  const edges: TieEdge[] = [];
  const add = (node: Omit<TieNode, 'id'>): TieNode => {
    const made = { id: `n${nodes.length}`, ...node };
    nodes.push(made);
    return made;
  };
  const tie = (edge: Omit<TieEdge, 'id' | 'firstUs' | 'lastUs'>, span: Span) => {
    edges.push({ id: `e${edges.length}`, ...edge, ...span });
  };

  const accounts = new Map<string, TieNode>();
  for (const node of accountNodes(db)) accounts.set(node.name, add(node));
  const operators = readOperators(db).sort((one, other) => byOperator(one.id, other.id));
  for (const { id, score, requests, accounts: names } of operators) {
    const members = names.flatMap((name) => accounts.get(name) ?? []);
    const span = { firstUs: first(members), lastUs: last(members) };
    const operator = add({ type: 'operator', name: id, kind: '', score, requests, ...span });
    for (const member of [...members].sort((one, other) => byText(one.name, other.name)))
      tie({ type: 'member', source: member.id, target: operator.id, bits: null, kind: '' }, spanOf(member));
  }

  const values = new Map<string, { kind: string; value: string; bits: Map<string, number> }>();
  for (const { a, b, bits, items } of publishedLinks(db)) {
    const [from, to] = [accounts.get(a), accounts.get(b)];
    if (!from || !to) continue;
    const kind = [...new Set(items.map((item) => item.kind))].join(', ');
    const span = { firstUs: latest([from.firstUs, to.firstUs]), lastUs: last([from, to]) };
    tie({ type: 'link', source: from.id, target: to.id, bits, kind }, span);
    for (const item of items) {
      const key = JSON.stringify([item.kind, item.value]);
      const shared = values.get(key) ?? {
        kind: item.kind,
        value: item.value,
        bits: new Map<string, number>(),
      };
      values.set(key, shared);
      for (const name of [a, b])
        shared.bits.set(name, Math.max(shared.bits.get(name) ?? item.bits, item.bits));
    }
  }
  for (const [, { kind, value, bits }] of entriesByText(values)) {
    const carriers = entriesByText(bits).map(([name, most]) => ({
      node: accounts.get(name) as TieNode,
      most,
    }));
    const span = {
      firstUs: first(carriers.map(({ node }) => node)),
      lastUs: last(carriers.map(({ node }) => node)),
    };
    const identifier = add({ type: 'identifier', name: value, kind, score: null, requests: null, ...span });
    for (const { node, most } of carriers)
      tie({ type: 'carries', source: node.id, target: identifier.id, bits: most, kind }, spanOf(node));
  }
  return { nodes, edges };
}

type Span = Pick<TieNode, 'firstUs' | 'lastUs'>;

function* accountNodes(db: Database): Generator<Omit<TieNode, 'id'>> {
  const reference = referenceAccounts(db);
  const { accounts } = readAccounts(db, 0, Number.MAX_SAFE_INTEGER);
  const scored = new Map<string, AccountScore>(accounts.map((one) => [one.account, one]));
  const all = allTotals(db).filter(({ id }) => !reference.has(id));
  for (const { account, requests, firstUs, lastUs } of [...all].sort((one, other) =>
    byText(one.account, other.account),
  ))
    yield {
      type: 'account',
      name: account,
      kind: '',
      score: scored.get(account)?.score ?? null,
      requests,
      firstUs,
      lastUs,
    };
}

const spanOf = ({ firstUs, lastUs }: Span): Span => ({ firstUs, lastUs });
const first = (spans: readonly Span[]) => earliest(spans.map(({ firstUs }) => firstUs));
const last = (spans: readonly Span[]) => latest(spans.map(({ lastUs }) => lastUs));

function earliest(times: readonly (number | null)[]): number | null {
  return times.reduce((least, us) => (us === null || (least !== null && least <= us) ? least : us), null);
}

function latest(times: readonly (number | null)[]): number | null {
  return times.reduce((most, us) => (us === null || (most !== null && most >= us) ? most : us), null);
}
