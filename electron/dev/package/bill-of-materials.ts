import { createHash } from 'node:crypto';
import type { PackageKind } from './kind.ts';
import type { Licensed } from './licences.ts';
import type { LockedPackage } from './locked-packages.ts';
import type { RuntimeVersions } from './runtime-versions.ts';
import type { Database } from './sqlite.ts';

/** What the bill lists, all of it in the package. */
export interface Materials {
  readonly kind: PackageKind;
  readonly version: string;
  /** npm packages, bundled or beside the built files. */
  readonly packages: readonly LockedPackage[];
  /** Their licences, in the same order. */
  readonly licensed: readonly Licensed[];
  readonly runtime: RuntimeVersions;
  readonly database: Database;
  /** Version of the Node that a trial package brings for its engine. */
  readonly ownNode: string | null;
  /** When the sources were written, in seconds since 1970 UTC; null where that is not known. */
  readonly writtenS: number | null;
}

export interface Component {
  readonly type: 'application' | 'framework' | 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl?: string;
  readonly cpe?: string;
  readonly licenses?: readonly { readonly license: { readonly id: string } }[];
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn: readonly string[];
}

/** The part of CycloneDX 1.6 that is used here. */
export interface Bill {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: {
    readonly timestamp?: string;
    readonly lifecycles: readonly [{ readonly phase: 'build' }];
    readonly component: Component;
  };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
}

/** The software bill of materials of a package. The same materials give the same bill, byte by byte. */
export function billOfMaterials(materials: Materials): Bill {
  const { kind, version, packages, licensed, runtime, database, ownNode, writtenS } = materials;
  const root: Component = { type: 'application', 'bom-ref': 'app', name: kind.productName, version };
  const libraries = packages.map((one, place) => npmComponent(one, licensed[place]?.licence));
  const electron = npmNamed('framework', 'electron', runtime.electron, 'MIT');
  const chromium = part('framework', 'chromium', runtime.chromium, 'google:chrome', 'BSD-3-Clause');
  const node = part('framework', 'node', runtime.node, 'nodejs:node.js', 'MIT');
  const sqlite = part('library', 'sqlite', database.sqlite, 'sqlite:sqlite', 'blessing');
  const ciphers = part('library', 'sqlite3-multiple-ciphers', database.ciphers, null, 'MIT');
  const engineNode =
    ownNode === null || ownNode === runtime.node
      ? []
      : [part('framework', 'node', ownNode, 'nodejs:node.js', 'MIT')];
  const folders = new Map(
    packages.map((one, place) => [one.folder, libraries[place]?.['bom-ref'] as string]),
  );
  const within = packages.flatMap(({ dependencies }) => dependencies);
  const components = [...libraries, electron, chromium, node, ciphers, sqlite, ...engineNode];
  const bill: Omit<Bill, 'serialNumber'> = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      ...(writtenS !== null && { timestamp: new Date(writtenS * 1000).toISOString() }),
      lifecycles: [{ phase: 'build' }],
      component: root,
    },
    components,
    dependencies: [
      {
        ref: root['bom-ref'],
        dependsOn: [
          ...packages
            .filter(({ folder }) => !within.includes(folder))
            .map(({ folder }) => folders.get(folder) as string),
          electron['bom-ref'],
          ...engineNode.map((one) => one['bom-ref']),
        ],
      },
      ...packages.map((one) => ({
        ref: folders.get(one.folder) as string,
        dependsOn: [
          ...one.dependencies.flatMap((folder) => folders.get(folder) ?? []),
          ...(one.folder === 'node_modules/better-sqlite3' ? [ciphers['bom-ref']] : []),
        ],
      })),
      { ref: electron['bom-ref'], dependsOn: [chromium['bom-ref'], node['bom-ref']] },
      { ref: ciphers['bom-ref'], dependsOn: [sqlite['bom-ref']] },
    ],
  };
  const problems = billProblems(bill);
  if (problems.length > 0) throw new Error(`The bill of materials is not whole: ${problems.join('; ')}.`);
  return { ...bill, serialNumber: serialNumber(JSON.stringify(bill)) };
}

/** What keeps a bill from being whole, a phrase each: everything is named once, told exactly, and reached from the top. */
export function billProblems({
  metadata,
  components,
  dependencies,
}: Omit<Bill, 'serialNumber'>): readonly string[] {
  const refs = components.map((one) => one['bom-ref']);
  const top = metadata.component['bom-ref'];
  const reached = new Set([top]);
  for (const ref of reached)
    for (const { dependsOn } of dependencies.filter((one) => one.ref === ref))
      for (const next of dependsOn) reached.add(next);
  return [
    ...refs.filter((ref, place) => refs.indexOf(ref) !== place).map((ref) => `${ref} stands there twice`),
    ...refs.filter((ref) => !reached.has(ref)).map((ref) => `nothing depends on ${ref}`),
    ...[...reached]
      .filter((ref) => ref !== top && !refs.includes(ref))
      .map((ref) => `${ref} is named and not listed`),
    ...components
      .filter(({ version }) => !/^\d+\.\d+/.test(version))
      .map(({ name }) => `${name} has no version`),
    ...components
      .filter(({ licenses }) => !licenses?.[0]?.license.id)
      .map(({ name }) => `${name} has no licence`),
    ...components.filter(({ purl }) => purl === undefined).map(({ name }) => `${name} has no package URL`),
  ];
}

function npmComponent({ name, version, integrity }: LockedPackage, licence = ''): Component {
  const hash = /^sha512-(.+)$/.exec(integrity)?.[1];
  if (hash === undefined) throw new Error(`package-lock.json holds no SHA-512 of ${name} ${version}.`);
  const content = Buffer.from(hash, 'base64').toString('hex');
  return { ...npmNamed('library', name, version, licence), hashes: [{ alg: 'SHA-512', content }] };
}

function npmNamed(type: Component['type'], name: string, version: string, licence: string): Component {
  return named(type, name, version, `pkg:npm/${name.replace('@', '%40')}@${version}`, licence);
}

function part(
  type: Component['type'],
  name: string,
  version: string,
  cpe: string | null,
  licence: string,
): Component {
  const component = named(type, name, version, `pkg:generic/${name}@${version}`, licence);
  return cpe === null ? component : { ...component, cpe: `cpe:2.3:a:${cpe}:${version}:*:*:*:*:*:*:*` };
}

function named(type: Component['type'], name: string, version: string, purl: string, id: string): Component {
  return { type, 'bom-ref': purl, name, version, purl, licenses: [{ license: { id } }] };
}

/** A UUID made of the content (RFC 9562, version 8), so that it does not differ from build to build. */
function serialNumber(content: string): string {
  const hash = createHash('sha256').update(content).digest().subarray(0, 16);
  hash[6] = ((hash[6] as number) & 0x0f) | 0x80;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
