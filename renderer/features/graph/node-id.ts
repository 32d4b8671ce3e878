import type { GraphNodeRef } from '../../../shared/contract/graph.ts';
import type { Reference } from '../../../shared/reference.ts';

/** Names a node of the picture: `operator:O-3`, `account:ac_1`, `value:["ip","198.51.100.7"]`. */
export type NodeId = string;

export const operatorNode = (id: string): NodeId => `operator:${id}`;
export const accountNode = (account: string): NodeId => `account:${account}`;
export const valueNode = (kind: string, value: string): NodeId => `value:${JSON.stringify([kind, value])}`;

/** What a node stands for. */
export function refOf(id: NodeId): GraphNodeRef {
  const at = id.indexOf(':');
  const rest = id.slice(at + 1);
  if (id.startsWith('operator:')) return { operator: rest };
  if (id.startsWith('account:')) return { account: rest };
  const [kind, value] = JSON.parse(rest) as [string, string];
  return { kind, value };
}

/** By which annotations name it. */
export function nodeReference(ref: GraphNodeRef): Reference {
  if ('operator' in ref) return { kind: 'operator', operator: ref.operator };
  if ('account' in ref) return { kind: 'account', account: ref.account };
  return { kind: 'identifier', identifier: ref.kind, value: ref.value };
}
