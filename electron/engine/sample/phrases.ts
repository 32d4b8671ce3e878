import type { Rng } from '../rng.ts';
import type { Template } from './deck.ts';

/**
 * Sentences that fixed prompts are put together from. Honest products and campaigns draw from the same banks and
 * each keeps its own choice, so a wording tells who shares a template, never which kind of customer it is.
 */
type Bank = readonly string[];

const ROLES: Bank = [
  'You are a careful specialist.',
  'You are a senior analyst with deep knowledge of the domain.',
  'Act as an experienced teacher in this field.',
  'You assist a team of professionals.',
  'Take the part of a methodical reviewer.',
  'You write for readers who know the subject.',
  'You are an expert who works with exact terms.',
  'You are the assistant of a busy department.',
  'Be precise and calm.',
  'You help to prepare material for practice.',
  'Answer like somebody who has done this for twenty years.',
  'You support the staff of {setting}.',
];
const PROBLEMS: Bank = [
  'Write an {level} problem on {subject}, set in {setting}, and solve it.',
  'Solve this {level} exercise about {subject}; the context is {setting}.',
  'Work out {subject} for {setting}, with {number} cases.',
  'Question {number}: in {setting}, consider {subject}. Level: {level}.',
  'Topic: {subject}. Setting: {setting}. Difficulty: {level}. Give question and answer.',
  'Create one example on {subject} from {setting}, {level} level, with a full reply.',
  'How would you approach {subject} at {setting}? Assume {level} knowledge.',
  'Explain and decide: {subject}, for {setting}, in {number} points.',
  'Item {number} of the list: {subject}. Take the facts from {setting}.',
  'A colleague at {setting} asks about {subject}. Give a complete {level} answer.',
];
const FORMS: Bank = [
  'Include {form}.',
  'Add {form} and name your assumptions.',
  'There must be {form}.',
  'Finish with {form}.',
  'Use {form} where it helps.',
  'End with the result on a line of its own.',
  'Give {number} points that a reader could check.',
  'Keep it under {number}0 words.',
  'Format: plain text, no headings.',
  'Answer in JSON with the fields answer and note.',
];
const DEMANDS: Bank = [
  'Reason step by step before you answer.',
  'Show the whole line of thought, then the answer.',
  'Write every step of the reasoning between <trace> and </trace>, then answer.',
  'State the reason for each step in the language of the question.',
  'Explain first how you came to the result, leaving nothing out.',
  'Put your full reasoning in a section named REASONS, then the result.',
  'Before the answer, list each consideration and what it led to.',
  'Think aloud, wrong turns included, and only then conclude.',
];
const RUBRICS: Bank = [
  'Grade the reply to a question on {subject} from {setting}.',
  'Score the following answer about {subject} ({setting}, {level} level).',
  'You see question {number} on {subject} and a candidate answer from {setting}. Judge the answer.',
  'Check this text on {subject}, sent by {setting}, against the criteria.',
  'Rate the response to {setting} about {subject}.',
];
const CRITERIA: Bank = [
  'Criteria: correct, complete, clear, safe; 0 to 5 each.',
  'Give 1 to 10 points for accuracy, structure and tone.',
  'Check facts, logic and format; one point each.',
  'Deduct points for missing steps and for claims without support.',
  'Criteria: helpfulness, honesty, form. Scale 1 to 7.',
];
const VERDICTS: Bank = [
  'Return only the numbers.',
  'Answer with JSON {"score": n}.',
  'Reply with the total and one short reason.',
  'Output: the score, nothing else.',
  'Give the score first, then at most ten words.',
];
const CLEANINGS: Bank = [
  'Rewrite the reasoning on {subject} from {setting} so that every step can be checked.',
  'Clean up this text about {subject} ({setting}): remove repetition, keep the order.',
  'Normalise the notes on {subject} from {setting}: one step a line.',
  'Split the passage on {subject} at {setting} into {number} numbered steps.',
  'Remove asides and greetings from the text on {subject}; source: {setting}.',
];
const TESTS: Bank = [
  'Write a test that a wrong solution to {subject} would fail. Context: {setting}.',
  'Give {number} inputs that separate good from bad answers on {subject} ({setting}).',
  'Make a checker for {subject} as used at {setting}: input, expected output.',
];
const CRITIQUES: Bank = [
  'Here is an answer on {subject} from {setting}. Find the weakest of its {number} steps and say why.',
  'Which of the {number} steps about {subject} ({setting}) is least certain?',
  'Point out what is missing in the answer about {subject}; it is for {setting}, {level} level.',
];
const RECORDS: Bank = [
  'Case {number} of {setting}: {subject}. Decide by the usual rules.',
  'Record {number}: {setting}, concerning {subject}, priority {level}.',
  'Process the entry on {subject}; customer {setting}, file {number}.',
  'Application {number} from {setting}; matter: {subject}.',
];

const ROLES_ES: Bank = [
  'Eres especialista en la materia.',
  'Actúa como revisor experto.',
  'Ayudas a un equipo técnico.',
];
const PROBLEMS_ES: Bank = [
  'Plantea y resuelve un problema ({level}) sobre {subject} en {setting}.',
  'Pregunta {number}: {subject}, contexto {setting}. Da la solución completa.',
  'Prepara un ejemplo sobre {subject} para {setting}, nivel {level}.',
];
const FORMS_ES: Bank = [
  'Añade {form}.',
  'Termina con el resultado en una línea.',
  'Menciona {number} puntos que comprobar.',
];
const DEMANDS_ES: Bank = [
  'Razona paso a paso antes de responder.',
  'Escribe todo el razonamiento y luego la respuesta.',
];
const ROLES_ZH: Bank = ['你是该领域的专家。', '请以资深审稿人的身份回答。', '你在协助一个专业团队。'];
const PROBLEMS_ZH: Bank = [
  '请以 {setting} 为背景，出一道关于 {subject} 的题（{level}），并完整解答。',
  '第 {number} 题：{subject}，场景：{setting}。请给出完整答案。',
  '为 {setting} 写一个关于 {subject} 的例子，难度 {level}。',
];
const FORMS_ZH: Bank = ['请包含 {form}。', '最后一行只写结果。', '列出 {number} 个可以检查的要点。'];
const DEMANDS_ZH: Bank = ['回答之前请逐步推理。', '请先写出完整的思考过程，再给出答案。'];

/** What a template makes the model do. */
export type TemplateKind =
  | 'solve'
  | 'reason'
  | 'grade'
  | 'clean'
  | 'test'
  | 'critique'
  /** Decide about a record and give the reasons. */
  | 'decide';

const ENGLISH: Readonly<Record<TemplateKind, readonly Bank[]>> = {
  solve: [ROLES, PROBLEMS, FORMS],
  reason: [ROLES, DEMANDS, PROBLEMS],
  grade: [RUBRICS, CRITERIA, VERDICTS],
  clean: [CLEANINGS, FORMS],
  test: [TESTS, FORMS],
  critique: [CRITIQUES, FORMS],
  decide: [ROLES, RECORDS, DEMANDS],
};
const OTHER: readonly Readonly<Partial<Record<TemplateKind, readonly Bank[]>>>[] = [
  { solve: [ROLES_ES, PROBLEMS_ES, FORMS_ES], reason: [ROLES_ES, DEMANDS_ES, PROBLEMS_ES] },
  { solve: [ROLES_ZH, PROBLEMS_ZH, FORMS_ZH], reason: [ROLES_ZH, DEMANDS_ZH, PROBLEMS_ZH] },
];
const OTHER_LANGUAGE = 0.2;
const REWORDINGS = 3;

/** A template of that kind: one sentence from each bank, sometimes without the first, and rewordings of each. */
export function drawTemplate(rng: Rng, kind: TemplateKind): Template {
  const banks = (rng.chance(OTHER_LANGUAGE) && rng.pick(OTHER)[kind]) || ENGLISH[kind];
  const kept = banks.length > 2 && banks[0] === ROLES && rng.chance(0.45) ? banks.slice(1) : banks;
  return kept.map((bank) => rng.sample(bank, Math.min(bank.length, 1 + REWORDINGS)));
}
