import type { RequestField } from '../../../../shared/contract/imports.ts';

export const AUDIT_FIELDS: readonly RequestField[] = [
  'timestamp',
  'account_id',
  'request_id',
  'organization_id',
  'api_key_id',
  'ip',
  'country',
  'user_agent',
  'endpoint',
  'status',
  'header_fingerprint',
  'request_count',
];

export const AUDIT_RULE =
  'An audit event is an act on the platform, no request to a model: it counts as none and stands on no timeline of requests. Its IP address and user agent are kept.';
