import type { Dataset } from '../../../engine/analysis/dataset.ts';
import { generateSample, type SampleOptions } from '../../../engine/sample/generate.ts';
import type { AccountRecord, SampleRequest } from '../../../engine/sample/sample-types.ts';
import type { SampleTruth } from '../../../engine/sample/truth.ts';

/** A generated sample as the analysis sees it, without a case in between. */
export interface SampleData {
  readonly data: Dataset;
  /** Records in the order of `data.accounts`. */
  readonly records: readonly AccountRecord[];
  /** Text of each prompt; `texts[code - 1]`. */
  readonly texts: readonly string[];
  readonly truth: SampleTruth;
}

/** Generates a sample into memory: about 0.6 GB for size M. */
export async function sampleData(options: SampleOptions): Promise<SampleData> {
  const records: AccountRecord[] = [];
  const byAccount = new Map<string, SampleRequest[]>();
  const truth = await generateSample(options, {
    accounts: (rows) => {
      records.push(...rows);
      records.sort((one, other) => (one.accountId < other.accountId ? -1 : 1));
      for (const { accountId } of records) byAccount.set(accountId, []);
    },
    context: () => {},
    requests: (rows) => {
      for (const row of rows) byAccount.get(row.account.accountId)!.push(row);
    },
  });
  const groups = records.map(({ accountId }) => byAccount.get(accountId)!);
  const from = new Uint32Array(records.length + 1);
  groups.forEach((rows, at) => {
    from[at + 1] = from[at]! + rows.length;
  });
  return { ...columns(groups.flat(), from, records), records, truth };
}

function columns(
  rows: readonly SampleRequest[],
  from: Uint32Array,
  records: readonly AccountRecord[],
): Pick<SampleData, 'data' | 'texts'> {
  const coded = (value: (row: SampleRequest) => string | number) => {
    const known = new Map<string, number>();
    const codes = Uint32Array.from(rows, (row) => {
      const text = String(value(row));
      if (text === '') return 0;
      const code = known.get(text) ?? known.size + 1;
      known.set(text, code);
      return code;
    });
    return { codes, values: [...known.keys()] };
  };
  const numbers = (value: (row: SampleRequest) => number) => Float32Array.from(rows, value);
  const account = new Uint32Array(rows.length);
  records.forEach((_, at) => {
    account.fill(at, from[at], from[at + 1]);
  });
  const prompt = coded((row) => row.prompt);
  const data: Dataset = {
    rows: rows.length,
    accounts: records.map(({ accountId }) => accountId),
    from,
    account,
    timeUs: Float64Array.from(rows, (row) => Math.floor(row.timeUs / 1000) * 1000),
    organization: coded((row) => row.account.organizationId),
    apiKey: coded((row) => row.caller.apiKeyId),
    session: coded((row) => row.sessionId).codes,
    ip: coded((row) => row.net.ip),
    asn: coded((row) => row.net.asn),
    country: coded((row) => row.net.country),
    userAgent: coded((row) => row.caller.client.userAgent),
    headerFingerprint: coded((row) => row.caller.client.headerFingerprint),
    device: coded((row) => row.caller.deviceId),
    endUser: coded((row) => row.endUserId),
    model: coded((row) => row.model),
    endpoint: coded((row) => row.workload.endpoint),
    status: coded((row) => row.status),
    stopReason: coded((row) => row.stopReason),
    toolsHash: coded((row) => row.workload.toolsHash.slice(3)),
    systemHash: coded((row) => row.profile.systemHash.slice(3)),
    topic: coded((row) => row.topic),
    inputTokens: numbers((row) => row.inputTokens),
    outputTokens: numbers((row) => row.outputTokens),
    latencyMs: numbers((row) => row.latencyMs),
    temperature: numbers((row) => row.profile.temperature),
    maxTokens: numbers((row) => row.profile.maxTokens),
    prompt: prompt.codes,
    prompts: prompt.values.length,
  };
  return { data, texts: prompt.values };
}
