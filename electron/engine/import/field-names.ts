import { REQUEST_FIELDS, type RequestField } from '../../../shared/contract/imports.ts';

/** Other headers that mean a canonical field beyond doubt, in lower case without separators. */
const SYNONYMS: Readonly<Record<string, RequestField>> = {
  time: 'timestamp',
  datetime: 'timestamp',
  ts: 'timestamp',
  createdat: 'timestamp',
  gmtcreate: 'timestamp',
  account: 'account_id',
  accountid: 'account_id',
  customerid: 'account_id',
  requestid: 'request_id',
  organization: 'organization_id',
  organizationid: 'organization_id',
  orgid: 'organization_id',
  apikeyid: 'api_key_id',
  sessionid: 'session_id',
  ipaddress: 'ip',
  clientip: 'ip',
  useragent: 'user_agent',
  modelname: 'model',
  modelid: 'model',
  statuscode: 'status',
  prompttokens: 'input_tokens',
  inputtokens: 'input_tokens',
  completiontokens: 'output_tokens',
  outputtokens: 'output_tokens',
  latencyms: 'latency_ms',
  prompt: 'prompt_text',
};

/** The canonical field a column's name means beyond doubt; undefined when it means none. */
export function fieldOf(column: string): RequestField | undefined {
  const name = column.toLowerCase();
  const canonical = REQUEST_FIELDS.find((field) => field === name);
  return canonical ?? (Object.hasOwn(SYNONYMS, squeezed(name)) ? SYNONYMS[squeezed(name)] : undefined);
}

const squeezed = (name: string) => name.replace(/[\s_.-]/g, '');
