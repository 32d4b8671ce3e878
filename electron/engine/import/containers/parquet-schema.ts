import type { FileMetaData, SchemaElement } from 'hyparquet';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { distinctNames } from './container.ts';

/** A column, or a group of them, of a Parquet file's schema. */
export interface ParquetNode {
  readonly name: string;
  /** What it is called while it is read: names in a file may be anything, and the same twice. */
  readonly key: string;
  readonly kind: 'leaf' | 'struct' | 'list' | 'map';
  readonly repeated: boolean;
  readonly element: SchemaElement;
  readonly children: readonly ParquetNode[];
}

/** A column as it is imported: structs are laid flat, lists and maps stay whole. */
export interface ParquetColumn {
  /** Of the file's top level, by key: what is read as one. */
  readonly top: string;
  /** Keys from there down to the value. */
  readonly below: readonly string[];
  readonly node: ParquetNode;
}

export interface ParquetSchema {
  readonly names: readonly string[];
  readonly columns: readonly ParquetColumn[];
  /** Top-level keys with what they hold; only a flat one can be read by ranges of rows. */
  readonly tops: readonly { readonly key: string; readonly flat: boolean }[];
  /** In the order of the file. */
  readonly leaves: readonly ParquetLeaf[];
  /** The schema under these keys and without logical types: values come as they are stored. */
  readonly elements: SchemaElement[];
}

/** A column of values as it is stored. */
export interface ParquetLeaf {
  /** From the top down. */
  readonly names: readonly string[];
  readonly keys: readonly string[];
  /** How deep a value can be absent, and repeated. */
  readonly maxDefinition: number;
  readonly maxRepetition: number;
}

/** As of a CSV file. */
const MAX_COLUMNS = 10_000;
const MAX_DEPTH = 50;

/** @throws StillwatchError NOT_A_LOG without columns or with too many; SOURCE_DAMAGED */
export function readSchema({ schema }: FileMetaData): ParquetSchema {
  if (schema.length > MAX_COLUMNS * 4) throw tooManyColumns();
  const elements: SchemaElement[] = [];
  const leaves: ParquetLeaf[] = [];
  let at = 0;

  function readNode(above: ParquetLeaf): ParquetNode {
    const element = schema[at];
    if (element === undefined || above.keys.length > MAX_DEPTH) throw damagedParquet();
    const key = `f${at++}`;
    const count = element.num_children ?? 0;
    const isRoot = elements.length === 0;
    if (count < 0 || count > schema.length - at) throw damagedParquet();
    const repeated = !isRoot && element.repetition_type === 'REPEATED';
    const here = isRoot
      ? above
      : {
          names: [...above.names, element.name],
          keys: [...above.keys, key],
          maxDefinition: above.maxDefinition + (element.repetition_type === 'REQUIRED' ? 0 : 1),
          maxRepetition: above.maxRepetition + (repeated ? 1 : 0),
        };
    if (count === 0 && !isRoot) {
      if (element.type === undefined) throw damagedParquet();
      leaves.push(here);
    }
    elements.push({
      name: key,
      repetition_type: isRoot ? undefined : element.repetition_type,
      ...(count > 0 ? { num_children: count } : { type: element.type, type_length: element.type_length }),
    });
    const children = Array.from({ length: count }, () => readNode(here));
    return { name: element.name, key, kind: kindOf(element, children), repeated, element, children };
  }

  const { children } = readNode({ names: [], keys: [], maxDefinition: 0, maxRepetition: 0 });
  const columns: ParquetColumn[] = [];
  const names: string[] = [];
  const lay = (node: ParquetNode, top: string, below: readonly string[], name: string) => {
    if (node.kind === 'struct' && !node.repeated) {
      for (const child of node.children) lay(child, top, [...below, child.key], `${name}.${child.name}`);
    } else {
      columns.push({ top, below, node });
      names.push(name);
    }
  };
  for (const child of children) lay(child, child.key, [], child.name);
  if (columns.length === 0)
    throw new StillwatchError('NOT_A_LOG', 'This Parquet file has no columns. Nothing was imported.');
  if (columns.length > MAX_COLUMNS) throw tooManyColumns();
  const tops = children.map(({ key, kind, repeated }) => ({ key, flat: kind === 'leaf' && !repeated }));
  return { names: distinctNames(names), columns, tops, leaves, elements };
}

function kindOf(element: SchemaElement, children: readonly ParquetNode[]): ParquetNode['kind'] {
  if (children.length === 0) return 'leaf';
  const type = element.logical_type?.type ?? element.converted_type;
  const only = children.length === 1 && children[0].repeated ? children[0] : undefined;
  if (only && type === 'LIST') return 'list';
  // Older writers mark the inner group too; that one has no repeated group below.
  if (only && (type === 'MAP' || type === 'MAP_KEY_VALUE') && only.children.length === 2) return 'map';
  return 'struct';
}

/**
 * What the items of a list are, below its repeated child: undefined when that child itself is the item, as
 * older writers have it.
 */
export function itemOf(list: ParquetNode): ParquetNode | undefined {
  const repeated = list.children[0];
  if (repeated.children.length !== 1) return undefined;
  return repeated.name === 'array' || repeated.name === `${list.name}_tuple`
    ? undefined
    : repeated.children[0];
}

export function damagedParquet(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'The Parquet file is damaged or was cut short. Nothing of it was kept. Fetch the file again.',
  );
}

function tooManyColumns(): StillwatchError {
  return new StillwatchError(
    'NOT_A_LOG',
    `This Parquet file has more than ${MAX_COLUMNS.toLocaleString('en')} columns. Nothing was imported.`,
  );
}
