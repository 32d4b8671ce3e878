import type { Problem } from '../../../../shared/contract/bundles.ts';
import { REQUEST_FILE } from '../bag/bag-manifest.ts';
import { BUNDLE_SCHEMA_VERSION } from '../published/about.ts';
import { ABOUT_PATH, CUSTODY_PATH, REQUESTS_PATH, tablePath } from '../published/paths.ts';

export const SCRIPT_FILE = 'data/verify.mjs';

/** What every bundle of this layout holds; the script names the same. */
export const REQUIRED: readonly string[] = [
  'data/README.txt',
  ABOUT_PATH,
  'data/case.json',
  REQUESTS_PATH,
  'data/findings.json',
  CUSTODY_PATH,
  'data/report.html',
  tablePath('account'),
  tablePath('record'),
  tablePath('source'),
  SCRIPT_FILE,
  REQUEST_FILE,
];

/** Whether the files are those of a bundle of the layout that this version knows. */
export function checkLayout(paths: readonly string[], info: ReadonlyMap<string, string>): readonly Problem[] {
  const problems: Problem[] = REQUIRED.filter((file) => !paths.includes(file)).map((file) => ({
    file,
    problem: 'is missing; every bundle has it',
  }));
  const version = info.get('Bundle-Schema-Version');
  if (version !== String(BUNDLE_SCHEMA_VERSION)) {
    problems.push({
      file: 'bag-info.txt',
      problem: `states bundle layout ${version ?? 'none'}; this version knows layout ${BUNDLE_SCHEMA_VERSION}`,
    });
  }
  return problems;
}
