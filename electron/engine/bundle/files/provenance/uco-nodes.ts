import { formatUtc } from '../../../../../shared/time/zone.ts';

/** A node of a JSON-LD graph. */
export type Node = { readonly '@id': string; readonly '@type': string } & Readonly<Record<string, unknown>>;
/** The id of a node by its type and what it is of. */
export type IdOf = (type: string, ...of: readonly unknown[]) => string;
export type NodeReference = { readonly '@id': string };

/** A file with its name, size and SHA-256. */
export function fileNode(
  idOf: IdOf,
  of: readonly string[],
  name: string,
  sha256: string,
  sizeBytes: number,
): Node {
  const size = { 'uco-observable:sizeInBytes': typed('integer', String(sizeBytes)) };
  return {
    '@id': idOf('file', ...of),
    '@type': 'uco-observable:File',
    'uco-core:hasFacet': [
      {
        '@id': idOf('file-facet', ...of),
        '@type': 'uco-observable:FileFacet',
        'uco-observable:fileName': name,
        ...size,
      },
      { ...hashed(idOf, of, sha256), ...size },
    ],
  };
}

/** Something that was found, by the SHA-256 of its canonical JSON, which is no file. */
export function resultNode(idOf: IdOf, of: readonly string[], description: string, sha256: string): Node {
  return {
    '@id': idOf('content', ...of),
    '@type': 'uco-observable:ContentData',
    'uco-core:description': description,
    'uco-core:hasFacet': [hashed(idOf, of, sha256)],
  };
}

function hashed(idOf: IdOf, of: readonly string[], sha256: string) {
  return {
    '@id': idOf('content-facet', ...of),
    '@type': 'uco-observable:ContentDataFacet',
    'uco-observable:hash': [
      {
        '@id': idOf('hash', ...of),
        '@type': 'uco-types:Hash',
        'uco-types:hashMethod': { '@type': 'uco-vocabulary:HashNameVocab', '@value': 'SHA256' },
        'uco-types:hashValue': typed('hexBinary', sha256.toUpperCase()),
      },
    ],
  };
}

export function provenanceRecord(
  idOf: IdOf,
  of: readonly string[],
  description: string,
  exhibitNumber: string | null,
  objects: readonly NodeReference[],
): Node {
  return {
    '@id': idOf('provenance-record', ...of),
    '@type': 'case-investigation:ProvenanceRecord',
    'uco-core:description': description,
    ...(exhibitNumber === null ? {} : { 'case-investigation:exhibitNumber': exhibitNumber }),
    'uco-core:object': objects,
  };
}

export function action(
  id: string,
  name: string,
  description: string,
  atUs: number,
  rest: Readonly<Record<string, unknown>>,
): Node {
  const at = typed('dateTime', formatUtc(atUs));
  return {
    '@id': id,
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': name,
    'uco-core:description': description,
    'uco-action:startTime': at,
    'uco-action:endTime': at,
    ...rest,
  };
}

function typed(type: string, value: string) {
  return { '@type': `xsd:${type}`, '@value': value };
}
