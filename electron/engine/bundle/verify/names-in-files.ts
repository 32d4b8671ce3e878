import type { z } from 'zod';
import { parseReference } from '../../../../shared/reference.ts';
import type { findingsShape } from '../files/casework/findings-json.ts';
import type { groupsShape } from '../files/casework/groups-json.ts';
import type { hypothesesShape } from '../files/casework/hypotheses-json.ts';
import type { accountShape } from '../files/entities/accounts-files.ts';
import type { identifierShape } from '../files/entities/identifiers-files.ts';
import type { exhibitShape } from '../files/exhibits/exhibit-files.ts';
import type { linkShape } from '../files/links/links-files.ts';
import type { operatorsShape } from '../files/links/operators-json.ts';
import type { accountSignalsShape } from '../files/signals/signals-files.ts';

/** What a file names that must stand elsewhere in the bundle; `citing` is an annotation, finding or exhibit. */
export type NamedKind =
  | 'account'
  | 'request'
  | 'source'
  | 'operator'
  | 'finding'
  | 'exhibit'
  | 'hypothesis'
  | 'citing'
  | 'file';
export type Named = readonly [kind: NamedKind, name: string];

/** The names in a value of a file that fits its shape, or in a line of it. */
type NamesOf = (value: never) => Iterable<Named>;

interface RequestLine {
  readonly account: string;
  readonly source: string;
  readonly citedBy: readonly string[];
}

const accounts = (names: Iterable<string>): Named[] => [...names].map((name) => ['account', name]);
const maybe = (kind: NamedKind, name: string | null | undefined): Named[] =>
  name === null || name === undefined ? [] : [[kind, name]];

/**
 * By path as in SHAPES. Annotations are not among them: what they are on may have been taken back by an import since,
 * and they are kept.
 */
const NAMES: Readonly<Record<string, NamesOf>> = {
  'data/evidence/requests.ndjson': ({ account, source, citedBy }: RequestLine): Named[] => [
    ['account', account],
    ['source', source],
    ...citedBy.map((id): Named => ['citing', id]),
  ],
  'data/findings.json': ({ findings }: z.infer<typeof findingsShape>): Named[] =>
    findings.flatMap(({ id, scope, notInBundle, exhibits }) => [
      ['finding', id],
      ...scope.filter((reference) => !notInBundle.includes(reference)).flatMap(namesOfReference),
      ...exhibits.flatMap((one): Named[] => [
        ['exhibit', one.id],
        ['file', one.result],
      ]),
    ]),
  'data/hypotheses.json': ({ matrices }: z.infer<typeof hypothesesShape>): Named[] =>
    matrices.flatMap(({ finding, hypotheses, evidence }) => [
      ['finding', finding],
      ...hypotheses.map(({ id }): Named => ['hypothesis', id]),
      ...evidence.flatMap(({ exhibit }) => maybe('exhibit', exhibit)),
    ]),
  'data/exhibits/*.json': ({ id, finding, files }: z.infer<typeof exhibitShape>): Named[] => [
    ['exhibit', id],
    ['finding', finding],
    ...maybe('file', files.csv),
    ...maybe('file', files.picture),
  ],
  'data/groups.json': ({ groups }: z.infer<typeof groupsShape>): Named[] =>
    groups.flatMap((group) => accounts(group.accounts.filter((name) => !group.notInBundle.includes(name)))),
  'data/entities/accounts.ndjson': ({
    account,
    operator,
    records,
  }: z.infer<typeof accountShape>): Named[] => [
    ['account', account],
    ...maybe('operator', operator),
    ...records.map(({ source }): Named => ['source', source]),
  ],
  'data/entities/identifiers.ndjson': ({ carriers }: z.infer<typeof identifierShape>): Named[] =>
    accounts(carriers.map(({ account }) => account)),
  'data/links/links.ndjson': ({ a, b, operator }: z.infer<typeof linkShape>): Named[] => [
    ...accounts([a, b]),
    ...maybe('operator', operator),
  ],
  'data/operators.json': ({ operators }: z.infer<typeof operatorsShape>): Named[] =>
    operators.flatMap(({ id, members, weakestBridge }) => [
      ['operator', id],
      ...accounts(members.map(({ account }) => account)),
      ...accounts(weakestBridge ? [weakestBridge.a, weakestBridge.b] : []),
    ]),
  'data/signals/signals.ndjson': ({ account, operator }: z.infer<typeof accountSignalsShape>): Named[] => [
    ['account', account],
    ...maybe('operator', operator),
  ],
};

export function namesOf(path: string): ((value: unknown) => Iterable<Named>) | undefined {
  const known = [path, path.replace(/[^/]+(?=\.json$)/, '*')].find((name) => Object.hasOwn(NAMES, name));
  return known === undefined ? undefined : (NAMES[known] as (value: unknown) => Iterable<Named>);
}

function namesOfReference(text: string): Named[] {
  const reference = parseReference(text);
  switch (reference?.kind) {
    case 'account':
      return [['account', reference.account]];
    case 'operator':
      return [['operator', reference.operator]];
    case 'finding':
      return [['finding', reference.finding]];
    case 'link':
      return accounts([reference.a, reference.b]);
    case 'session':
      return [['account', reference.account]];
    case 'request':
      return [['request', text]];
    case 'range':
      return namesOfReference(text.slice(text.indexOf('@') + 1));
    default:
      return [];
  }
}
