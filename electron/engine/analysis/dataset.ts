/**
 * All requests of a case as columns, for analysis: rows ascend by account (in the order of `accounts`), within
 * an account by time (rows without a time last), then by what they hold, so that the order of imports and of
 * rows in files never shows. Codes are 0 where the value is absent, else 1 + the index of a value.
 */
export interface Dataset {
  readonly rows: number;
  /** Outside ids: those under examination ascending, behind them those of the benign reference. */
  readonly accounts: readonly string[];
  /** Rows of account a are `from[a]` to `from[a + 1]`; one longer than `accounts`. */
  readonly from: Uint32Array;
  /** Account of each row. */
  readonly account: Uint32Array;
  /** Microseconds UTC; NaN without a valid time. */
  readonly timeUs: Float64Array;
  readonly organization: Coded;
  readonly apiKey: Coded;
  /** Values are not kept: codes alone tell sessions apart. */
  readonly session: Codes;
  readonly ip: Coded;
  readonly asn: Coded;
  readonly country: Coded;
  readonly userAgent: Coded;
  readonly headerFingerprint: Coded;
  readonly device: Coded;
  readonly endUser: Coded;
  readonly model: Coded;
  readonly endpoint: Coded;
  readonly status: Coded;
  readonly stopReason: Coded;
  readonly toolsHash: Coded;
  readonly systemHash: Coded;
  readonly topic: Coded;
  /** NaN where absent. */
  readonly inputTokens: Float32Array;
  readonly outputTokens: Float32Array;
  readonly latencyMs: Float32Array;
  readonly temperature: Float32Array;
  readonly maxTokens: Float32Array;
  /** Distinct prompt of each row: by text where there is one, else by the given hash; 0 where there is neither. */
  readonly prompt: Uint32Array;
  readonly prompts: number;
}

/** Texts of a column, each once; `values[code - 1]` is the text of a code. */
export interface Coded {
  readonly codes: Codes;
  readonly values: readonly string[];
}

/** As narrow as the number of values allows: there are sixteen columns of them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;
