import { readFileSync } from 'node:fs';

/** The files in an archive of Electron, in their order: four sizes, then a tree of them as JSON. */
export function asarFiles(path: string): readonly string[] {
  type Folder = { readonly files: Readonly<Record<string, Partial<Folder>>> };
  const bytes = readFileSync(path);
  const walk = ({ files }: Folder, at: string): string[] =>
    Object.entries(files).flatMap(([name, { files: below }]) =>
      below === undefined ? [at + name] : walk({ files: below }, `${at}${name}/`),
    );
  return walk(JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))), '');
}
