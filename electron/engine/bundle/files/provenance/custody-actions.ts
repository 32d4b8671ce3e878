import type { Database } from '../../../case/database.ts';
import { custodyEntries } from '../../../custody/log.ts';

/** An act of the custody log that made or changed what the case holds. */
export interface CustodyAction {
  readonly seq: number;
  readonly hash: string;
  readonly kind: 'import' | 'removal' | 'analysis' | 'merge' | 'export';
  readonly atUs: number;
  readonly author: string;
  /** SHA-256 of the source that it took or gave back, null where it was about none. */
  readonly source: string | null;
  /** SHA-256 of what an analysis found; null for other acts, and where it is not told. */
  readonly resultHash: string | null;
}

const KINDS: Readonly<Record<string, CustodyAction['kind']>> = {
  'source.import': 'import',
  'source.remove': 'removal',
  'analysis.run': 'analysis',
  'case.merge': 'merge',
  'bundle.export': 'export',
};

/** In their order; entries that cannot be read are left out, and the verifier says that they cannot. */
export function custodyActions(db: Database): CustodyAction[] {
  return [...custodyEntries(db)].flatMap(({ seq, hash, entry }): CustodyAction[] => {
    const said = parsed(entry);
    const kind = Object.hasOwn(KINDS, String(said.action)) ? KINDS[String(said.action)] : undefined;
    if (!kind || typeof said.atUs !== 'number') return [];
    const { sha256, resultHash } = (said.detail ?? {}) as { sha256?: unknown; resultHash?: unknown };
    const isOfSource = kind === 'import' || kind === 'removal';
    return [
      {
        seq,
        hash,
        kind,
        atUs: said.atUs,
        author: String(said.author ?? ''),
        source: isOfSource ? hashOrNull(sha256) : null,
        resultHash: kind === 'analysis' ? hashOrNull(resultHash) : null,
      },
    ];
  });
}

function hashOrNull(text: unknown): string | null {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text) ? text : null;
}

function parsed(entry: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(entry);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
