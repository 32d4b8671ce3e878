import { formatUtc } from '../../../../../shared/time/zone.ts';
import type { BundleAbout } from '../../published/about.ts';
import type { TieEdge, TieGraph, TieNode } from './tie-graph.ts';
import { replacedIn, xmlText } from './xml-text.ts';

type Value = string | number | null;

const NODE_ATTRIBUTES = ['type', 'kind', 'score', 'requests', 'replaced'] as const;
const EDGE_ATTRIBUTES = ['type', 'kind', 'bits'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['score', 'requests', 'bits']);

/** GEXF 1.3 (https://gexf.net): nodes and edges begin and end where the accounts that they are of do. */
export function* gexf({ nodes, edges }: TieGraph, { madeBy, exportedUs }: BundleAbout): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield `  <meta lastmodifieddate="${formatUtc(exportedUs).slice(0, 10)}"><creator>${xmlText(`${madeBy.name} ${madeBy.version}`)}</creator></meta>\n`;
  yield '  <graph mode="dynamic" defaultedgetype="undirected" timeformat="dateTime">\n';
  yield* attributes('node', NODE_ATTRIBUTES);
  yield* attributes('edge', EDGE_ATTRIBUTES);
  yield '    <nodes>\n';
  for (const node of nodes)
    yield `      <node id="${node.id}" label="${xmlText(node.name)}"${span(node)}>${values(NODE_ATTRIBUTES, nodeValues(node))}</node>\n`;
  yield '    </nodes>\n    <edges>\n';
  for (const edge of edges)
    yield `      <edge id="${edge.id}" source="${edge.source}" target="${edge.target}"${weight(edge)}${span(edge)}>${values(EDGE_ATTRIBUTES, edgeValues(edge))}</edge>\n`;
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

function* attributes(of: 'node' | 'edge', names: readonly string[]): Generator<string> {
  yield `    <attributes class="${of}" mode="static">\n`;
  for (const name of names)
    yield `      <attribute id="${name}" title="${name}" type="${NUMBERS.has(name) ? 'double' : 'string'}"/>\n`;
  yield '    </attributes>\n';
}

function values(names: readonly string[], of: Readonly<Record<string, Value>>): string {
  const known = names.filter((name) => of[name] !== null && of[name] !== '');
  return `<attvalues>${known.map((name) => `<attvalue for="${name}" value="${xmlText(String(of[name]))}"/>`).join('')}</attvalues>`;
}

function span({ firstUs, lastUs }: Pick<TieNode, 'firstUs' | 'lastUs'>): string {
  const start = firstUs === null ? '' : ` start="${formatUtc(firstUs)}"`;
  return lastUs === null ? start : `${start} end="${formatUtc(lastUs)}"`;
}

/** Layouts take the weight for the strength of an edge, which has to be above 0. */
function weight({ type, bits }: TieEdge): string {
  return type === 'link' && bits !== null && bits > 0 ? ` weight="${bits}"` : '';
}

function nodeValues({ type, kind, score, requests, name }: TieNode) {
  return { type, kind, score, requests, replaced: replacedIn(name) };
}

function edgeValues({ type, kind, bits }: TieEdge) {
  return { type, kind, bits };
}
