import { sep } from 'node:path';
import type { Plugin } from 'rolldown';

/** The npm packages that end up in what is built, each by its folder: `node_modules/d3-array`. */
export interface PackagesUsed {
  /** Bundled: their code is part of a built file. */
  readonly bundled: ReadonlySet<string>;
  /** Imported by name, so that they have to lie beside the built files. */
  readonly imported: ReadonlySet<string>;
}

/** Notes which packages the bundles of a build take in; `plugin` makes one plugin for each bundler that runs. */
export class PackageNotes implements PackagesUsed {
  readonly bundled = new Set<string>();
  readonly imported = new Set<string>();

  plugin(): Plugin {
    return {
      name: 'note-packages',
      generateBundle: (_options, bundle) => {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(chunk.modules))
            if (renderedLength > 0) this.#bundle(id);
          // Other files of the same build stand among the imports, too.
          for (const name of [...chunk.imports, ...chunk.dynamicImports])
            if (!Object.hasOwn(bundle, name)) this.#import(name);
        }
      },
      // Style sheets leave the bundle before it is rendered; no more than what is used is imported of these.
      moduleParsed: ({ id }) => {
        if (/\.css(\?|$)/.test(id)) this.#bundle(id);
      },
    };
  }

  #bundle(id: string): void {
    const path = id.replaceAll(sep, '/').replace(/\?.*$/, '');
    const found = /.*\/(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
    const nested = path.indexOf('/node_modules/');
    const last = found?.[1];
    if (last !== undefined) this.bundled.add(path.slice(nested + 1, path.lastIndexOf(last) + last.length));
  }

  #import(name: string): void {
    const found = /^(?:@[^/]+\/)?[^./:][^/:]*(?=\/|$)/.exec(name)?.[0];
    if (found !== undefined && found !== 'electron') this.imported.add(`node_modules/${found}`);
  }
}
