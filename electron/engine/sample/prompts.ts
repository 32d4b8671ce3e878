import type { Rng } from '../rng.ts';
import { drawLanguage, foreignText, type Language } from './languages.ts';
import type { Prompt } from './sample-types.ts';
import { drawSnippet } from './snippets.ts';
import type { Field, Topic } from './topics.ts';

/** Longest prompt text written, in characters. */
export const PROMPT_LIMIT = 399;

/** How one person writes; it stays with the person. */
export interface Voice {
  readonly language: Language;
  readonly greets: number;
  readonly polite: number;
  readonly lower: boolean;
  readonly wordy: number;
  readonly typos: number;
  /** Share of messages with a pasted passage. */
  readonly pastes: number;
  /** What the person is busy with; comes up in the prompts. */
  readonly project: string;
}

const GREETINGS = [
  'Hi, ',
  'Hello! ',
  'Hey, ',
  'Good morning, ',
  'Quick question: ',
  'Me again. ',
  'One more thing: ',
  'OK so, ',
];
const THANKS = [
  ' Thanks!',
  ' Thank you.',
  ' thx',
  ' Thanks in advance.',
  ' Much appreciated.',
  ' Cheers.',
  ' Please.',
];
const PROJECTS = [
  'our booking app',
  'my thesis',
  'a client in logistics',
  'the school newsletter',
  'our spring campaign',
  'a small museum',
  'the shop',
  'my side project',
  'the finance team',
  'our choir',
  'a bike workshop',
  'the night shift',
  'a podcast',
  'our intranet',
  'the pilot in plant two',
  'a family trip',
  'a library',
  'the housing association',
  'our support desk',
  'an online course',
  'a farm',
  'the lab',
  'a ferry company',
  'my landlord',
];

const ASKS: Readonly<Record<Field, readonly string[]>> = {
  code: [
    'How do I handle {s}?',
    'Show me an example for {s}.',
    'Why would {s} break after an update?',
    'I am stuck on {s}, what should I check first?',
    'Rewrite this so that {s} is easier to test.',
    'What is the idiomatic way to write {s}?',
    'Can you compare two approaches to {s}?',
    'Find the bug: it has to do with {s}.',
  ],
  agent: [
    'Look into {s} and tell me what you would change.',
    'Take care of {s}, but ask before you delete anything.',
    'Make a plan for {s} first.',
    'Go through {s} step by step and report.',
    'Finish {s}; the notes are in the folder.',
    'What is left to do on {s}?',
  ],
  data: [
    'How should I deal with {s}?',
    'Is it a problem that we have {s}?',
    'Walk me through {s} with a small example.',
    'Which method suits {s}?',
    'My numbers look odd, it may be {s}. Ideas?',
    'Explain {s} to somebody without training.',
  ],
  exact: [
    'Help me understand {s}.',
    'I got a different answer for {s}, where is my mistake?',
    'Give me a hint, not the solution: {s}.',
    'Solve a problem about {s}.',
    'Is there a shorter way to do {s}?',
    'Make an exercise about {s} for practice.',
  ],
  science: [
    'What happens with {s}?',
    'Explain {s} in plain words.',
    'What would an expert look at in the case of {s}?',
    'Is it true what they say about {s}?',
    'Summarise what is known on {s}.',
    'How do you measure {s}?',
  ],
  writing: [
    'Write something short about {s}.',
    'Help me with {s}.',
    'I need a better version of a text on {s}.',
    'Give me three openings for {s}.',
    'Make this friendlier, it is about {s}.',
    'What tone suits {s}?',
  ],
  business: [
    'What should we do about {s}?',
    'Draft a reply concerning {s}.',
    'Make a checklist for {s}.',
    'How do others handle {s}?',
    'What are the risks with {s}?',
    'Turn my notes on {s} into a page.',
  ],
  society: [
    'What are the arguments around {s}?',
    'Explain {s} briefly.',
    'Give me sources to start with on {s}.',
    'What does {s} usually mean in practice?',
    'Compare two views on {s}.',
    'Prepare questions for a talk about {s}.',
  ],
  life: [
    'Any ideas for {s}?',
    'What do I need for {s}?',
    'Make me a plan: {s}.',
    'What goes wrong most often with {s}?',
    'How long does {s} take?',
    'Is {s} realistic for a beginner?',
  ],
};

const CONTEXTS = [
  'It is for {p}.',
  'We tried once with {p} and it did not go well.',
  'Background: {p}, about {n} people.',
  'Last year it took us {n} days.',
  'There is a budget of {n} euros.',
  'I have {n} minutes.',
  'Somebody at {p} asked me.',
  'We already have a first version from {p}.',
  'It has to work by Friday.',
  'Ignore what I wrote before.',
  'The old way stopped working {n} days ago.',
  'I am new to this.',
  'My colleague says the opposite.',
  'For {p} it must stay simple.',
  'I attach the {n} lines that matter.',
  'Version {n} had the same trouble.',
];
const WISHES = [
  'Keep it under {n} words.',
  'In a table if possible.',
  'Short, please.',
  'Use bullet points.',
  'Give an example with numbers.',
  'No jargon.',
  'Tell me what you are not sure about.',
  'Also list what can go wrong.',
  'Two options are enough.',
  'Start with the most important point.',
  'In simple English.',
  'Add a one-line summary at the end.',
  'Skip the introduction.',
  'With {n} examples.',
];
const FOLLOW_UPS = [
  'Can you make that shorter?',
  'And if there are {n} of them?',
  'That is not quite what I meant, I mean {s}.',
  'Good. Now the same for {s}.',
  'Why?',
  'Could you check point {n} again?',
  'Please put it in a table with {n} rows.',
  'What would change for {p}?',
  'Continue.',
  'No, it still fails with {s}.',
  'Which of these would you choose for {p}?',
  'Make it sound less formal.',
  'I tried that on {s}, same result.',
  'Where does the {n} come from?',
  'Perfect for {p}. One last thing: {s}.',
  'Can you explain the part on {s} once more?',
  'Does this also hold for {s}?',
  'Shorten it to {n} words and mention {s}.',
  'Somebody at {p} will ask about {s}, what do I say?',
  'Give me {n} more like that.',
  'Leave out {s} and try again.',
  'Is there a cheaper way, say under {n} euros?',
];

const PASTES = [
  ' My draft: ',
  ' This is the mail: ',
  ' From the minutes: ',
  ' Here is what I have: ',
  '\n\n',
  ' They wrote: ',
];

export function drawVoice(rng: Rng): Voice {
  return {
    language: drawLanguage(rng),
    greets: rng.between(0, 0.35),
    polite: rng.between(0, 0.6),
    lower: rng.chance(0.2),
    wordy: rng.between(0.15, 0.95),
    typos: rng.chance(0.3) ? rng.between(0.02, 0.15) : 0,
    pastes: rng.chance(0.45) ? rng.between(0.2, 0.8) : 0.03,
    project: rng.pick(PROJECTS),
  };
}

/** What somebody writes at the start of a conversation on a topic. */
export function freePrompt(rng: Rng, topic: Topic, voice: Voice): Prompt {
  if (voice.language !== 'en') return foreign(rng, topic, voice, voice.language, true);
  const subject = rng.pick(topic.subjects);
  const parts = [rng.pick(ASKS[topic.field])];
  for (let more = 0; more < 3; more++) {
    if (rng.chance(voice.wordy)) parts.splice(rng.int(0, parts.length), 0, rng.pick(CONTEXTS));
  }
  for (let more = 0; more < 2; more++) if (rng.chance(voice.wordy * 0.7)) parts.push(rng.pick(WISHES));
  let text = fill(rng, parts.join(' '), subject, voice.project) + pasted(rng, topic, voice);
  if (rng.chance(voice.greets)) text = rng.pick(GREETINGS) + text;
  if (rng.chance(voice.polite)) text += rng.pick(THANKS);
  return { topic: topic.id, text: clip(roughen(rng, text, voice)) };
}

/** What somebody writes later in the same conversation. */
export function followUp(rng: Rng, topic: Topic, voice: Voice): Prompt {
  if (voice.language !== 'en') return foreign(rng, topic, voice, voice.language, false);
  const parts = [rng.pick(FOLLOW_UPS)];
  for (let more = 0; more < 3; more++) {
    if (rng.chance(voice.wordy * 0.7)) parts.push(rng.pick(rng.chance(0.4) ? WISHES : CONTEXTS));
  }
  const text =
    fill(rng, parts.join(' '), rng.pick(topic.subjects), voice.project) + pasted(rng, topic, voice);
  return { topic: topic.id, text: clip(roughen(rng, text, voice)) };
}

function foreign(
  rng: Rng,
  topic: Topic,
  voice: Voice,
  language: Exclude<Language, 'en'>,
  opening: boolean,
): Prompt {
  const text = foreignText(rng, language, opening, voice.wordy);
  const code = isCode(topic) && rng.chance(voice.pastes) ? `\n${drawSnippet(rng)}` : '';
  return { topic: topic.id, text: clip(roughen(rng, text + code, voice)) };
}

function isCode(topic: Topic): boolean {
  return topic.field === 'code' || topic.field === 'agent';
}

/** A passage from the person's own papers or code, with the words that introduce it; mostly nothing. */
function pasted(rng: Rng, topic: Topic, voice: Voice): string {
  if (!rng.chance(voice.pastes)) return '';
  if (isCode(topic)) return `\n${drawSnippet(rng)}`;
  const sentences = Array.from({ length: rng.int(2, 6) }, () =>
    rng.pick(rng.chance(0.7) ? CONTEXTS : WISHES),
  );
  return `${rng.pick(PASTES)}"${fill(rng, sentences.join(' '), '', rng.pick(PROJECTS))}"`;
}

function fill(rng: Rng, text: string, subject: string, project: string): string {
  return text
    .replace('{s}', subject)
    .replaceAll('{p}', project)
    .replaceAll(/\{n\}/g, () => String(rng.int(2, 60)));
}

function roughen(rng: Rng, text: string, voice: Voice): string {
  let rough = voice.lower ? text.toLowerCase() : text;
  if (voice.typos > 0 && rng.chance(voice.typos * 4)) {
    const at = rng.int(1, Math.max(1, rough.length - 3));
    rough = rough.slice(0, at) + rough[at + 1] + rough[at] + rough.slice(at + 2);
  }
  // Some people paste over several lines.
  return rng.chance(0.02) ? rough.replace('. ', '.\n') : rough;
}

/** The text cut to PROMPT_LIMIT characters. */
export function clip(text: string): string {
  return text.length <= PROMPT_LIMIT ? text : `${text.slice(0, PROMPT_LIMIT - 3).trimEnd()}...`;
}
