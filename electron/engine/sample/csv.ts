import { hash } from 'node:crypto';
import type { AccountRecord, ContextRow, SampleRequest } from './sample-types.ts';

/** The canonical columns of the three files, in order. */
export const REQUEST_COLUMNS: readonly string[] = [
  'request_id',
  'timestamp',
  'account_id',
  'organization_id',
  'api_key_id',
  'session_id',
  'ip',
  'asn',
  'country',
  'user_agent',
  'header_fingerprint',
  'device_id',
  'end_user_id',
  'model',
  'endpoint',
  'status',
  'stop_reason',
  'input_tokens',
  'output_tokens',
  'latency_ms',
  'temperature',
  'max_tokens',
  'tools_hash',
  'system_hash',
  'topic',
  'prompt_hash',
  'prompt_text',
];
export const ACCOUNT_COLUMNS: readonly string[] = [
  'account_id',
  'organization_id',
  'created_at',
  'plan',
  'signup_route',
  'email',
  'phone_hash',
  'payment_fingerprint',
  'card_bin',
  'kyc_level',
  'declared_use',
  'training_allowed',
  'reseller',
  'status',
  'status_changed_at',
];
export const CONTEXT_COLUMNS: readonly string[] = ['timestamp', 'kind', 'label', 'source'];

/** RFC 4180: records end in CR LF. */
export const LINE_END = '\r\n';

export function csvHeader(columns: readonly string[]): string {
  return columns.join(',') + LINE_END;
}

/** One record in REQUEST_COLUMNS order; `number` counts requests from 1 and becomes the request id. */
export function requestRow(request: SampleRequest, number: number): string {
  const { account, caller, net, workload, profile, prompt } = request;
  return (
    `rq_${number.toString().padStart(8, '0')},${isoTime(request.timeUs)},${account.accountId},` +
    `${account.organizationId},${caller.apiKeyId},${request.sessionId},${net.ip},${net.asn},${net.country},` +
    `${quoted(caller.client.userAgent)},${caller.client.headerFingerprint},${caller.deviceId},${request.endUserId},` +
    `${request.model},${workload.endpoint},${request.status},${request.stopReason},${request.inputTokens},` +
    `${request.outputTokens},${request.latencyMs},${Number.isNaN(profile.temperature) ? '' : profile.temperature},` +
    `${profile.maxTokens},${workload.toolsHash.slice(3)},${profile.systemHash.slice(3)},${request.topic},` +
    `${hash('sha256', prompt).slice(0, 32)},${quoted(prompt)}${LINE_END}`
  );
}

/** One record in ACCOUNT_COLUMNS order. */
export function accountRow(account: AccountRecord): string {
  const cells = [
    account.accountId,
    account.organizationId,
    isoTime(account.createdUs),
    account.plan,
    account.signupRoute,
    account.email,
    account.phoneHash,
    account.paymentFingerprint,
    account.cardBin,
    account.kycLevel,
    account.declaredUse,
    String(account.trainingAllowed ?? ''),
    String(account.reseller ?? ''),
    account.status,
    account.statusChangedUs === null ? '' : isoTime(account.statusChangedUs),
  ];
  return cells.map(quoted).join(',') + LINE_END;
}

/** One record in CONTEXT_COLUMNS order. */
export function contextRow(row: ContextRow): string {
  return [isoTime(row.timeUs), row.kind, row.label, row.source].map(quoted).join(',') + LINE_END;
}

/** ISO 8601 in UTC with milliseconds. */
export function isoTime(timeUs: number): string {
  return new Date(Math.floor(timeUs / 1000)).toISOString();
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
