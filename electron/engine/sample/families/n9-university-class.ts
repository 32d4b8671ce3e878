import { divide, drawOffset, HOURS } from '../arrival.ts';
import { Deck, render, type Template } from '../deck.ts';
import { drawAccount, newDevice, personalMail, SOFTWARE } from '../identity.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { personStream } from '../person.ts';
import { drawVoice, followUp, freePrompt } from '../prompts.ts';
import type { Family } from '../sample-types.ts';
import { TOPICS, topicsOf } from '../topics.ts';
import { CHAT } from '../workloads.ts';
import { DAY_US, HOUR_US } from '../world.ts';

const SHEET: Template = [
  ['Exercise {number}: {subject}.'],
  ['The example is {setting}. Show {form}.'],
  ['You are allowed to use any source if you say which.'],
];
const EXERCISES = 12;

export const universityClass: Family = {
  id: 'N9',
  title:
    'University class: signed up in one hour, one campus network, the same exercises, over on the due date',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const campus = world.networks.block(rng, 3);
    const domain = `students.${rng.pick(['north', 'lake', 'hill', 'west'])}-university.example`;
    const firstLessonUs =
      world.startUs + Math.floor((world.days > 20 ? rng.int(0, 8) : 0) * DAY_US) + rng.int(8, 15) * HOUR_US;
    const dueUs = Math.min(world.endUs - DAY_US, firstLessonUs + rng.int(9, 20) * DAY_US);
    const deck = new Deck(rng.fork('sheet'), [rng.pick(topicsOf('exact', 'data', 'science', 'code'))]);
    const shares = divide(rng, requests, n, 0.8);
    const offsetHours = drawOffset(rng);
    const records = Array.from({ length: n }, () =>
      drawAccount(rng, world, {
        createdUs: firstLessonUs + Math.floor(rng.between(0, 1) * HOUR_US),
        plan: 'free',
        signupRoute: 'education',
        email: personalMail(rng, domain),
        paymentFingerprint: '',
        cardBin: '',
        kycLevel: 'email',
        declaredUse: 'education',
      }),
    );
    return {
      accounts: records.map((record) => ({ record, role: 'student' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: ['shared_network', 'registration_batch', 'shared_template', 'repeated_items'],
          isExtraction: false,
          accessViolation: false,
          together: false,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`student ${at}`);
        const voice = drawVoice(own);
        // At home, on the phone, or behind a service that hides the line.
        const home = own.chance(0.8)
          ? world.networks.home(own)
          : own.chance(0.5)
            ? world.networks.carrier(own)
            : world.networks.proxyExit(own);
        return personStream(own, world, record, {
          rhythm: { hours: HOURS.student, weekend: 0.8, offsetHours },
          requests: shares[at]!,
          topics: own.sample(TOPICS, 3),
          workload: CHAT,
          habit: ordinaryHabit(own, world),
          role: 'student',
          sitting: 5,
          untilUs: dueUs,
          client: own.pick(SOFTWARE.web),
          deviceId: newDevice(own),
          nets: [...campus, home, home],
          write: (draw, topic, turn) => {
            if (turn === 0 && draw.chance(0.7))
              return render(draw, SHEET, deck.at(draw.int(0, EXERCISES - 1)));
            return turn === 0 ? freePrompt(draw, topic, voice) : followUp(draw, topic, voice);
          },
        });
      }),
    };
  },
};
