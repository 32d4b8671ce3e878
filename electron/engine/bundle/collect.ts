import { createHash } from 'node:crypto';
import type { Annotation } from '../../../shared/contract/annotations.ts';
import type { BundlePlan } from '../../../shared/contract/bundles.ts';
import type { Source } from '../../../shared/contract/imports.ts';
import { accountRow } from '../accounts/rows.ts';
import { accountId } from '../accounts/totals.ts';
import { listAnnotations } from '../annotations/read.ts';
import { APP } from '../app-version.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import { custodyEntries } from '../custody/log.ts';
import { listSources } from '../import/sources.ts';
import { readActivity } from '../timeline/activity.ts';
import { citedHits, citedRequests, MAX_CITED_PER_ACCOUNT } from './cited-requests.ts';
import type { BundleAccount, BundleContent } from './content.ts';

/** Everything a bundle of this case made at `exportedUs` holds. */
export function collectBundle(open: Case, exportedUs: number): BundleContent {
  const { db } = open;
  const { id, name, reference, handling, timeZone, createdUs, counts, firstUs, lastUs } = open.info();
  const sources = listSources(db);
  const annotations = listAnnotations(db, null);
  const byAccount = annotationsByAccount(annotations);
  const isThere = (account: string) => accountId(db, account) !== undefined;
  return {
    app: APP,
    case: { id, name, reference, handling, timeZone, createdUs },
    exportedUs,
    dataSet: {
      hash: dataSetHash(sources),
      firstUs,
      lastUs,
      accounts: counts.accounts + counts.referenceAccounts,
      requests: counts.requests,
      requestsWithoutTime: counts.requestsWithoutTime,
    },
    sources,
    annotations,
    custody: custodyEntries(db),
    accounts: [...byAccount.keys()].filter(isThere).map((account) => bundleAccount(open, account)),
    *citedRequests() {
      for (const [account, own] of byAccount) yield* citedRequests(db, account, own);
    },
    omitted: omissions(open, byAccount),
  };
}

/** What `collectBundle` would gather, in numbers. */
export function planBundle(open: Case): BundlePlan {
  const byAccount = annotationsByAccount(listAnnotations(open.db, null));
  let citedRequestCount = 0;
  for (const [account, own] of byAccount) {
    citedRequestCount += Math.min(citedHits(open.db, account, own).length, MAX_CITED_PER_ACCOUNT);
  }
  const { counts } = open.info();
  return {
    annotations: counts.annotations,
    accounts: byAccount.size,
    citedRequests: citedRequestCount,
    sources: counts.sources,
    custodyEntries: counts.custodyEntries,
  };
}

/** SHA-256 over the sources, how they were read and what of each is stored, in order of their hashes. */
function dataSetHash(sources: readonly Source[]): string {
  const parts = sources.map(({ sha256, mapping, stored }) => ({ sha256, mapping, stored }));
  parts.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}

/** In order of each account's first annotation; without those that belong to no account. */
function annotationsByAccount(annotations: readonly Annotation[]): Map<string, Annotation[]> {
  const byAccount = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    if (annotation.account === null) continue;
    const own = byAccount.get(annotation.account);
    if (own) own.push(annotation);
    else byAccount.set(annotation.account, [annotation]);
  }
  return byAccount;
}

function bundleAccount(open: Case, account: string): BundleAccount {
  const { requests, firstUs, lastUs, activeDays, inputTokens, outputTokens, failed } = accountRow(
    open,
    account,
  );
  const activity = readActivity(open.db, accountId(open.db, account) as number);
  return { account, requests, firstUs, lastUs, activeDays, inputTokens, outputTokens, failed, activity };
}

function omissions(open: Case, byAccount: ReadonlyMap<string, readonly Annotation[]>): string[] {
  const omitted = [
    'The prompt text field: it is in no file of this bundle. Columns of the imported files that no field takes are included as they stand, under extra.',
    'Requests that no annotation cites: only those of annotated accounts, time ranges and requests are included.',
    'The imported files themselves: their SHA-256 hashes are given, and whoever holds them can check them.',
  ];
  for (const [account, own] of byAccount) {
    if (accountId(open.db, account) === undefined) {
      omitted.push(`Account ${account}: the import that held it was taken back; its annotations are kept.`);
      continue;
    }
    const hits = citedHits(open.db, account, own).length;
    if (hits > MAX_CITED_PER_ACCOUNT) {
      omitted.push(
        `Account ${account}: ${hits} requests are cited; the first ${MAX_CITED_PER_ACCOUNT} by time are included.`,
      );
    }
  }
  return omitted;
}
