import { utcOrNull } from '../../json-text.ts';
import type { TieEdge, TieGraph, TieNode } from './tie-graph.ts';
import { replacedIn, xmlText } from './xml-text.ts';

type Value = string | number | null;

const NODE_KEYS = {
  type: 'string',
  label: 'string',
  kind: 'string',
  score: 'double',
  requests: 'double',
  first: 'string',
  last: 'string',
  replaced: 'string',
} as const;
const EDGE_KEYS = {
  type: 'string',
  kind: 'string',
  bits: 'double',
  first: 'string',
  last: 'string',
} as const;

/** GraphML (http://graphml.graphdrawing.org): typed attributes; what is not known has none. */
export function* graphml({ nodes, edges }: TieGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keys('node', NODE_KEYS);
  yield* keys('edge', EDGE_KEYS);
  yield '  <graph id="links" edgedefault="undirected">\n';
  for (const node of nodes) yield `    <node id="${node.id}">${data('node', nodeValues(node))}</node>\n`;
  for (const edge of edges)
    yield `    <edge id="${edge.id}" source="${edge.source}" target="${edge.target}">${data('edge', edgeValues(edge))}</edge>\n`;
  yield '  </graph>\n</graphml>\n';
}

function* keys(of: 'node' | 'edge', types: Readonly<Record<string, string>>): Generator<string> {
  for (const [name, type] of Object.entries(types))
    yield `  <key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
}

function data(of: 'node' | 'edge', values: Readonly<Record<string, Value>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<data key="${of}_${name}">${xmlText(String(value))}</data>`)
    .join('');
}

function nodeValues(node: TieNode): Record<keyof typeof NODE_KEYS, Value> {
  return {
    type: node.type,
    label: node.name,
    kind: node.kind,
    score: node.score,
    requests: node.requests,
    first: utcOrNull(node.firstUs),
    last: utcOrNull(node.lastUs),
    replaced: replacedIn(node.name),
  };
}

function edgeValues(edge: TieEdge): Record<keyof typeof EDGE_KEYS, Value> {
  return {
    type: edge.type,
    kind: edge.kind,
    bits: edge.bits,
    first: utcOrNull(edge.firstUs),
    last: utcOrNull(edge.lastUs),
  };
}
