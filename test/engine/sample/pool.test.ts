import { describe, expect, it } from 'vitest';
import { Rng } from '../../../electron/engine/rng.ts';
import { poolRouter } from '../../../electron/engine/sample/pool.ts';
import type { AccountRecord, Ask, Caller } from '../../../electron/engine/sample/sample-types.ts';
import { CHAT } from '../../../electron/engine/sample/workloads.ts';

const caller = (id: string, fromUs = 0, untilUs = Number.POSITIVE_INFINITY): Caller => ({
  account: { accountId: id } as AccountRecord,
  apiKeyId: id,
  client: { userAgent: '', headerFingerprint: '' },
  deviceId: '',
  net: () => ({ ip: '192.0.2.1', asn: 64_496, country: 'US' }),
  profile: null,
  endUserId: '',
  onDuty: null,
  fromUs,
  untilUs,
});
const ask = (timeUs: number, sessionId: string): Ask => ({
  timeUs,
  sessionId,
  endUserId: '',
  prompt: { topic: 'algebra', text: 'x' },
  workload: CHAT,
  model: 'm',
  role: 'harvest',
});

describe('poolRouter', () => {
  it('gives every account the same load, least recently used first', () => {
    const route = poolRouter(
      new Rng(1),
      ['a', 'b', 'c'].map((id) => caller(id)),
      { sticky: false, noise: 0 },
    );
    const order = Array.from({ length: 6 }, (_, at) => route(ask(at, `s${at}`))?.apiKeyId);
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('keeps a session on one account for an hour, then hands it over', () => {
    const route = poolRouter(
      new Rng(1),
      ['a', 'b'].map((id) => caller(id)),
      { sticky: true, noise: 0 },
    );
    const minute = 60_000_000;
    const order = [0, 10, 59, 61].map((at) => route(ask(at * minute, 's'))?.apiKeyId);
    expect(order).toEqual(['a', 'a', 'a', 'b']);
  });

  it('passes over accounts that are not active and gives up when none is', () => {
    const route = poolRouter(new Rng(1), [caller('a', 0, 100), caller('b', 50)], {
      sticky: false,
      noise: 0,
    });
    expect(route(ask(10, 'x'))?.apiKeyId).toBe('a');
    expect(route(ask(120, 'x'))?.apiKeyId).toBe('b');
    const stopped = poolRouter(new Rng(1), [caller('a', 0, 100)], { sticky: false, noise: 0 });
    expect(stopped(ask(200, 'x'))).toBeNull();
  });

  it('rests accounts that are off duty, unless all are', () => {
    const early = (timeUs: number) => timeUs < 100;
    const route = poolRouter(new Rng(1), [{ ...caller('a'), onDuty: early }, caller('b')], {
      sticky: false,
      noise: 0,
    });
    expect([1, 2, 200, 201].map((at) => route(ask(at, `s${at}`))?.apiKeyId)).toEqual(['a', 'b', 'b', 'b']);
    const tired = poolRouter(new Rng(1), [{ ...caller('a'), onDuty: early }], { sticky: false, noise: 0 });
    expect(tired(ask(200, 'x'))?.apiKeyId).toBe('a');
  });
});
