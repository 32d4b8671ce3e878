/** Sums over the rows of a roll-up, and how many rows it has. */
export interface RollUpSums {
  readonly entries: number;
  readonly requests: number;
  readonly failed: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** As `RollUpSums`, of a roll-up by value, which does not tell how many failed. */
export type ValueRollUpSums = Omit<RollUpSums, 'failed'>;

/**
 * What every contender must end with, read back from its own finished file: the requests themselves and the
 * roll-ups of a case. `failed` counts statuses from 400; times are microseconds UTC.
 */
export interface EndState {
  readonly requests: {
    readonly rows: number;
    readonly accounts: number;
    readonly inputTokens: number;
    /** Characters of all text cells but the account id. */
    readonly textLength: number;
    readonly firstUs: number;
    readonly lastUs: number;
  };
  /** One entry per account. */
  readonly accountTotal: RollUpSums;
  /** One entry per account and quarter hour with requests. */
  readonly accountActivity: RollUpSums;
  /** One entry per quarter hour with requests. */
  readonly caseActivity: RollUpSums;
  /** One entry per account and value. */
  readonly accountModel: ValueRollUpSums;
  readonly accountTopic: ValueRollUpSums;
  readonly accountStatus: ValueRollUpSums;
  readonly accountEndpoint: ValueRollUpSums;
}

/** Where `found` differs from `expected`, one phrase each; empty when they are equal. */
export function differences(expected: EndState, found: EndState): string[] {
  const wanted = figures(expected);
  const given = figures(found);
  return [...wanted].flatMap(([name, value]) =>
    given.get(name) === value ? [] : [`${name} is ${given.get(name)}, not ${value}`],
  );
}

function figures(state: EndState): Map<string, number> {
  const parts: [string, object][] = Object.entries(state);
  return new Map(
    parts.flatMap(([part, sums]) =>
      Object.entries(sums).map(([name, value]): [string, number] => [`${part}.${name}`, Number(value)]),
    ),
  );
}
