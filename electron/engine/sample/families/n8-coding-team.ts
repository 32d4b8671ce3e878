import type { Rng } from '../../rng.ts';
import { divide, HOURS, type Pacing } from '../arrival.ts';
import { makeCaller, only, routed } from '../caller.ts';
import { foundCompany } from '../company.ts';
import { newDevice, SOFTWARE } from '../identity.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { personAsks, personStream } from '../person.ts';
import { clip } from '../prompts.ts';
import type { Family, Prompt } from '../sample-types.ts';
import { drawSnippet } from '../snippets.ts';
import { type Topic, topicsOf } from '../topics.ts';
import { AGENT } from '../workloads.ts';

const MODULES = [
  'billing',
  'router',
  'search',
  'storage',
  'login',
  'export',
  'queue',
  'mailer',
  'reports',
  'cache',
  'editor',
  'sync',
];
const OPENINGS = [
  'In {m} there is {s}. Fix it and run the tests.',
  'Please look at {m}: {s}. Keep the diff small.',
  '{s} in {m}, see the failing test. Do not touch the public interface.',
  'Add tests to {m} for {s}.',
  'Refactor {m}; the reason is {s}.',
];
const STEPS = [
  'tool_result: {n} tests passed, {k} failed in {m}',
  'tool_result: {m}/index.ts, lines {n} to {n}{k}',
  'tool_result: exit code {k}\n{snippet}',
  'tool_result: {snippet}',
  'yes, go on',
  'No, leave {m} alone and look at {s} first.',
  'tool_result: {n} matches for "{m}"',
  'tool_result: build finished in {n} s, {k} warnings',
  'run the linter too',
  'tool_result: file {m}/part{n}.ts written',
];
const REVIEW =
  'Review commit {h} of {m}. Comment only on errors, security and missing tests. Diff of {n} lines, about {s}.';
const CODING: Pacing = { kind: 'weibull', meanGapS: 22, shape: 0.6 };

export const codingTeam: Family = {
  id: 'N8',
  title: 'Software team with coding agents and a review bot on short-lived runners',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, offsetHours } = foundCompany(rng, world, n, {
      plans: ['team', 'team', 'payg', 'enterprise'],
      routes: ['web', 'invite', 'invite'],
      uses: ['coding help', 'coding help', 'internal tools', ''],
      openedDays: [3, 150],
    });
    const office = egress.slice(0, 1);
    const shares = divide(rng, requests, n, 0.6);
    const modules = rng.sample(MODULES, 6);
    const topics = rng.sample(topicsOf('code', 'agent'), 5);
    const fill = (draw: Rng, form: string, topic: Topic): Prompt => ({
      topic: topic.id,
      text: clip(
        form
          .replace('{s}', draw.pick(topic.subjects))
          .replaceAll('{m}', draw.pick(modules))
          .replace('{snippet}', drawSnippet(draw))
          .replaceAll('{n}', String(draw.int(2, 240)))
          .replaceAll('{k}', String(draw.int(0, 9)))
          .replace('{h}', draw.hex(8)),
      ),
    });
    return {
      accounts: records.map((record, at) => ({
        record,
        role: at === 0 ? ('service' as const) : ('seat' as const),
        operator: 0,
      })),
      operators: [
        {
          campaign: null,
          mechanisms: ['shared_payment', 'shared_network', 'shared_template'],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`developer ${at}`);
        const common = {
          rhythm: { hours: HOURS.office, weekend: 0.15, offsetHours },
          requests: shares[at]!,
          topics: own.shuffled(topics),
          workload: AGENT,
          habit: ordinaryHabit(own, world, true),
        };
        if (at === 0) {
          // One credential from hundreds of addresses: each review runs on a machine of its own.
          const machines = own.fork('machines');
          const caller = makeCaller(own, world, record, {
            client: SOFTWARE.node[0],
            nets: office,
            net: () => world.networks.ephemeral(machines),
          });
          const reviews = personAsks(own, world, {
            ...common,
            workload: { ...AGENT, toolsHash: '', systemHash: `sh_${own.hex(12)}`, outputMean: 240 },
            role: 'service',
            sitting: 1.5,
            write: (draw, topic) => fill(draw, REVIEW, topic),
          });
          return routed(own, world, reviews, only(caller));
        }
        const home = own.chance(0.15) ? world.networks.proxyExit(own) : world.networks.home(own);
        return personStream(own, world, record, {
          ...common,
          role: 'seat',
          sitting: own.between(18, 45),
          pacing: CODING,
          client: own.pick(SOFTWARE.agent),
          deviceId: newDevice(own),
          nets: own.chance(0.5) ? [...office, home] : [home, ...office],
          write: (draw, topic, turn) => fill(draw, draw.pick(turn === 0 ? OPENINGS : STEPS), topic),
        });
      }),
    };
  },
};
