import { damagedParquet, itemOf, type ParquetNode } from './parquet-schema.ts';
import { type ParquetReader, valueReader } from './parquet-value.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Writes the values of a list, a map or a struct inside them as JSON, numbers with all their digits. */
export class ParquetJson {
  private readonly readers = new Map<ParquetNode, ParquetReader>();

  /**
   * @param value as it was read for this node: an object by keys for a group, a list where it is repeated
   * @throws StillwatchError SOURCE_DAMAGED
   */
  of(node: ParquetNode, value: unknown): string {
    return node.repeated ? this.list(value, (item) => this.one(node, item)) : this.one(node, value);
  }

  private one(node: ParquetNode, value: unknown): string {
    if (node.kind === 'leaf') return this.leaf(node, value);
    if (value === null || value === undefined) return 'null';
    const { children } = node;
    if (node.kind === 'struct') {
      const members = children.map(
        (child) => `${JSON.stringify(child.name)}:${this.of(child, below(value, child))}`,
      );
      return `{${members.join(',')}}`;
    }
    const entry = children[0];
    const items = below(value, entry);
    if (node.kind === 'list') {
      const item = itemOf(node);
      return this.list(items, (each) => (item ? this.of(item, below(each, item)) : this.one(entry, each)));
    }
    const [key, held] = entry.children;
    return this.list(
      items,
      (each) => `${this.key(key, below(each, key))}:${this.of(held, below(each, held))}`,
      '{}',
    );
  }

  private list(items: unknown, text: (item: unknown) => string, brackets = '[]'): string {
    if (!Array.isArray(items)) throw damagedParquet();
    return `${brackets[0]}${items.map(text).join(',')}${brackets[1]}`;
  }

  /** Keys of JSON are strings; of any other key its JSON is the string. */
  private key(node: ParquetNode, value: unknown): string {
    const json = this.of(node, value);
    return json.startsWith('"') ? json : JSON.stringify(json);
  }

  private leaf(node: ParquetNode, value: unknown): string {
    if (value === null) return 'null';
    let reader = this.readers.get(node);
    if (!reader) {
      reader = valueReader(node.element);
      this.readers.set(node, reader);
    }
    const text = reader.text(value);
    if (typeof text !== 'string') return JSON.stringify(decoder.decode(text));
    return reader.bare && /^(true|false|-?\d[\d.e+-]*)$/.test(text) ? text : JSON.stringify(text);
  }
}

function below(value: unknown, child: ParquetNode): unknown {
  if (typeof value !== 'object' || value === null) throw damagedParquet();
  return (value as Record<string, unknown>)[child.key];
}
