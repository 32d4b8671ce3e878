/** Where the published tables lie in a bag. */
export const ABOUT_PATH = 'data/bundle.json';
export const REQUESTS_PATH = 'data/evidence/requests.ndjson';
export const CUSTODY_PATH = 'data/provenance/custody.ndjson';

export function tablePath(table: string): string {
  return `data/tables/${table}.ndjson`;
}
