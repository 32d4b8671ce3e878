import { v5 as uuidv5 } from 'uuid';
import { canonicalJson } from '../../../canonical-json.ts';
import { json } from '../../json-text.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { numberedExhibits } from '../exhibits/numbered.ts';
import { again } from '../file-of.ts';
import { custodyActions } from './custody-actions.ts';
import { publishedSources } from './sources-files.ts';
import {
  action,
  fileNode,
  type IdOf,
  type Node,
  type NodeReference,
  provenanceRecord,
  resultNode,
} from './uco-nodes.ts';

/** Of this application, for ids of nodes by what they are of. */
const NODES = 'b1c0a1d4-7f0e-5b9e-9d52-0f4f6a2f8c77';

const CONTEXT = {
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  // Names of nodes mean something in this file alone, as in the examples of the standard.
  kb: 'http://example.org/kb/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  'uco-vocabulary': 'https://ontology.unifiedcyberontology.org/uco/vocabulary/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const EXHIBIT_JSON = 'The canonical JSON (RFC 8785) of {columns, rows}, as it was pinned';
const ANALYSIS_JSON = 'The canonical JSON (RFC 8785) of what an analysis found';

const TITLES = {
  import: 'import',
  removal: 'taking back of an import',
  analysis: 'analysis',
  merge: 'merge of a copy of the case',
  export: 'export of an evidence bundle',
} as const;

/** `data/case.jsonld`: where everything came from and who did what, in the words of CASE 1.4 and UCO 1.4. */
export const caseJsonldFiles: FilesOf = async (published) => [
  {
    path: 'data/case.jsonld',
    content: again(function* () {
      yield json({ '@context': CONTEXT, '@graph': nodesOf(published) });
    }),
  },
];

function nodesOf({ open, about }: Published): Node[] {
  const { db } = open;
  const info = open.info();
  const idOf: IdOf = (type, ...of) =>
    `kb:${type}-${uuidv5(canonicalJson([info.id, about.redaction?.keyId ?? null, type, ...of]), NODES)}`;
  const nodes = new Map<string, Node>();
  const add = (node: Node): { '@id': string } => {
    nodes.set(node['@id'], node);
    return { '@id': node['@id'] };
  };
  const person = (name: string) =>
    add({ '@id': idOf('person', name), '@type': 'uco-identity:Person', 'uco-core:name': name });

  const tool = add({
    '@id': idOf('tool', about.madeBy.name, about.madeBy.version),
    '@type': 'uco-tool:AnalyticTool',
    'uco-core:name': about.madeBy.name,
    'uco-tool:version': about.madeBy.version,
  });
  const sources = new Map(
    publishedSources(db).map(({ sha256, file, sizeBytes }) => {
      const made = add(fileNode(idOf, ['source', sha256], file, sha256, sizeBytes));
      const record = add(provenanceRecord(idOf, ['source', sha256], 'An imported file', null, [made]));
      return [sha256, { made, record }] as const;
    }),
  );
  const inputs = ofRecords(sources);
  const did = (
    id: string,
    name: string,
    description: string,
    atUs: number,
    author: string,
    of: { readonly object: readonly NodeReference[]; readonly result: readonly NodeReference[] },
  ) =>
    add(
      action(id, name, description, atUs, {
        'uco-action:performer': person(author),
        'uco-action:instrument': tool,
        ...(of.object.length > 0 ? { 'uco-action:object': of.object } : {}),
        ...(of.result.length > 0 ? { 'uco-action:result': of.result } : {}),
      }),
    );

  const exhibits: NodeReference[] = [];
  const pins = numberedExhibits(db).map(({ id, number, body }) => {
    const result = add(resultNode(idOf, ['exhibit', id], EXHIBIT_JSON, body.resultHash));
    const record = add(provenanceRecord(idOf, ['exhibit', id], body.title, String(number), [result]));
    exhibits.push(record);
    const said = `Exhibit ${number} was worked out and pinned`;
    const of = { object: inputs, result: [record] };
    return did(idOf('action', 'pin', id), 'pinning of an exhibit', said, body.pinnedUs, body.author, of);
  });
  const actions = custodyActions(db).map(({ seq, hash, kind, atUs, author, source, resultHash }) => {
    const known = source === null ? undefined : sources.get(source);
    const isOfSource = kind === 'import' || kind === 'removal';
    const found =
      resultHash === null ? [] : [add(resultNode(idOf, ['analysis', hash], ANALYSIS_JSON, resultHash))];
    return did(
      idOf('action', seq, hash),
      TITLES[kind],
      `Entry ${seq} of the custody log, ${hash}`,
      atUs,
      author,
      {
        object: isOfSource ? (known ? [known.made] : []) : inputs,
        result: kind === 'import' && known ? [known.record] : found,
      },
    );
  });
  const { exportedUs, exportedBy } = about;
  const exporting = did(
    idOf('action', 'this export', exportedUs),
    TITLES.export,
    'The making of this bundle',
    exportedUs,
    exportedBy,
    { object: [...inputs, ...exhibits], result: [] },
  );
  const records = [...inputs, ...exhibits];
  add({
    '@id': idOf('investigation'),
    '@type': 'case-investigation:Investigation',
    'uco-core:name': info.name,
    ...(info.question === '' ? {} : { 'case-investigation:focus': info.question }),
    'uco-core:object': [...actions, ...pins, exporting, ...records],
  });
  return [...nodes.values()];
}

function ofRecords(sources: ReadonlyMap<string, { readonly record: NodeReference }>): NodeReference[] {
  return [...sources.values()].map(({ record }) => record);
}
