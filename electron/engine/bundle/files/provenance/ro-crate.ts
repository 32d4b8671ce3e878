import { formatUtc } from '../../../../../shared/time/zone.ts';
import { readInfo } from '../../../analysis/store.ts';
import { listPeople } from '../../../people/people.ts';
import { json } from '../../json-text.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { again } from '../file-of.ts';
import { byText } from '../order.ts';
import { custodyActions } from './custody-actions.ts';
import { publishedSources } from './sources-files.ts';

/** Files and folders that every bundle has: path below `data/`, form, and what it is. */
const CRATE_PARTS: readonly (readonly [path: string, form: string | null, about: string])[] = [
  ['README.txt', 'text/plain', 'What the bundle is, and how to check it by hand'],
  ['annotations.ndjson', 'application/x-ndjson', 'Tags, comments and stars, as people wrote them'],
  ['bundle.json', 'application/json', 'What was chosen for the bundle, and what was left out'],
  ['case.json', 'application/json', 'The case, its totals, its handling and its people'],
  ['case.jsonld', 'application/ld+json', 'Provenance in the words of CASE and UCO 1.4'],
  ['charts/', null, 'Pictures with the tables that they are drawn from and Vega-Lite specifications'],
  ['entities/', null, 'Accounts, identifiers and organisations'],
  ['evidence/', null, 'Requests, normalised fields beside what the files say'],
  ['exhibits/', null, 'Exhibits as they were pinned, and worked out again from this bundle'],
  ['findings.json', 'application/json', 'What is claimed, how likely, on what, and who agrees'],
  ['graph/links.gexf', 'application/gexf+xml', 'The graph of linked accounts, with times'],
  ['graph/links.graphml', 'application/graphml+xml', 'The graph of linked accounts'],
  ['groups.json', 'application/json', 'What people put together or keep apart'],
  ['hypotheses.json', 'application/json', 'Matrices of rival hypotheses'],
  ['links/', null, 'Why accounts are tied, taken apart'],
  ['operators.json', 'application/json', 'Accounts that the analysis finds tied'],
  ['provenance/', null, 'Imported files, how they were read, and the custody log'],
  ['redactions.csv', 'text/csv', 'What was replaced by which rule'],
  ['report.html', 'text/html', 'The report to read'],
  ['schema/', null, 'JSON Schemas of the JSON files'],
  ['signals/', null, 'What is measured of each account, beside its cohort'],
  ['stix/bundle.json', 'application/stix+json;version=2.1', 'STIX 2.1'],
  ['tables/', null, 'The published tables that all other files are made from'],
  ['verify.mjs', 'text/javascript', 'A script that checks the bundle, for Node'],
];

type Entity = { readonly '@id': string } & Readonly<Record<string, unknown>>;

/** `data/ro-crate-metadata.json`: RO-Crate 1.2. The manifests of the bag have the checksums of its own files. */
export const roCrateFiles: FilesOf = async (published) => [
  {
    path: 'data/ro-crate-metadata.json',
    content: again(function* () {
      yield json({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': entitiesOf(published) });
    }),
  },
];

const SOFTWARE = '#software';

function entitiesOf({ open, about }: Published): Entity[] {
  const { db } = open;
  const info = open.info();
  const sources = publishedSources(db);
  const actions = custodyActions(db).filter(({ kind }) => kind === 'import' || kind === 'analysis');
  const names = new Set([
    about.exportedBy,
    ...listPeople(db).map(({ name }) => name),
    ...actions.map(({ author }) => author),
  ]);
  const people = new Map([...names].sort(byText).map((name, at) => [name, `#person-${at + 1}`]));
  const roles = new Map(listPeople(db).map(({ name, role }) => [name, role]));
  const whole = { '@id': './' };
  const inputs = sources.map(({ sha256 }) => ({ '@id': sourceId(sha256) }));
  const person = (name: string) => ({ '@id': people.get(name) as string });
  const exporting: Entity = {
    '@id': '#export',
    '@type': 'CreateAction',
    name: 'Making of this evidence bundle',
    agent: person(about.exportedBy),
    instrument: { '@id': SOFTWARE },
    object: inputs,
    result: whole,
    endTime: formatUtc(about.exportedUs),
  };
  return [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: whole,
    },
    {
      '@id': './',
      '@type': 'Dataset',
      identifier: info.id,
      name: info.name === '' ? info.id : info.name,
      description: `Evidence bundle of a case. Usage records of accounts, what an analysis finds in them, and what people say of it. It is not a finding that anyone broke a contract or a law.${info.question === '' ? '' : ` Question: ${info.question}`}`,
      datePublished: formatUtc(about.exportedUs),
      license: { '@id': '#handling' },
      author: person(about.exportedBy),
      isBasedOn: inputs,
      hasPart: CRATE_PARTS.map(([path]) => ({ '@id': path })),
      mentions: [exporting, ...actions.map(({ seq }) => ({ '@id': `#custody-${seq}` }))].map((one) => ({
        '@id': one['@id'],
      })),
    },
    {
      '@id': '#handling',
      '@type': 'CreativeWork',
      name: [about.choice.handling, about.choice.pap].filter((mark) => mark !== '').join(', '),
      description:
        about.choice.recipients === ''
          ? 'To be handled as its markings say; no licence is given.'
          : `To be handled as its markings say; no licence is given. ${about.choice.recipients}`,
    },
    ...CRATE_PARTS.map(([path, form, description]): Entity => {
      if (form === null) return { '@id': path, '@type': 'Dataset', name: path, description };
      return { '@id': path, '@type': 'File', name: path, encodingFormat: form, description };
    }),
    ...[...people].map(([name, id]): Entity => {
      const role = roles.get(name) ?? '';
      return { '@id': id, '@type': 'Person', name, ...(role === '' ? {} : { jobTitle: role }) };
    }),
    {
      '@id': SOFTWARE,
      '@type': 'SoftwareApplication',
      name: about.madeBy.name,
      softwareVersion: about.madeBy.version,
    },
    ...sources.map(
      ({ sha256, file, sizeBytes, format }): Entity => ({
        '@id': sourceId(sha256),
        '@type': 'CreativeWork',
        name: file,
        description: `An imported file, ${format}. It is not in the bundle; whoever has it can check its SHA-256.`,
        identifier: sha256,
        sha256,
        contentSize: String(sizeBytes),
      }),
    ),
    exporting,
    ...actions.map(({ seq, kind, atUs, author, source, hash }): Entity => {
      const known = sources.some(({ sha256 }) => sha256 === source);
      const object =
        kind === 'import' ? (known && source !== null ? [{ '@id': sourceId(source) }] : []) : inputs;
      return {
        '@id': `#custody-${seq}`,
        '@type': 'CreateAction',
        name:
          kind === 'import' ? 'Import of a file' : analysisName(readInfo(db)?.seed, atUs, readInfo(db)?.atUs),
        description: `Entry ${seq} of the custody log, SHA-256 ${hash}`,
        agent: person(author),
        instrument: { '@id': SOFTWARE },
        object,
        result: { '@id': kind === 'import' ? 'provenance/' : 'operators.json' },
        endTime: formatUtc(atUs),
      };
    }),
  ];
}

const sourceId = (sha256: string) => `#source-${sha256}`;

/** Only what the last analysis found is in the bundle. */
function analysisName(seed: number | undefined, atUs: number, lastUs: number | undefined): string {
  return atUs === lastUs && seed !== undefined ? `Analysis with the seed ${seed}` : 'Analysis';
}
