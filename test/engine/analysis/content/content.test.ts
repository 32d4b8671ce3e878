import { describe, expect, it } from 'vitest';
import {
  CAPABILITIES,
  type Capability,
} from '../../../../electron/engine/analysis/content/capability-rules.ts';
import {
  classifyCapability,
  isHighTrainingValue,
} from '../../../../electron/engine/analysis/content/classify-capability.ts';
import {
  CONTENT_FLAGS,
  CONTENT_RULES,
  type ContentFlag,
} from '../../../../electron/engine/analysis/content/content-rules.ts';
import { flagBit, flagContent, flagsOf } from '../../../../electron/engine/analysis/content/flag-content.ts';
import { Scanner } from '../../../../electron/engine/analysis/templates/scanner.ts';

const EXAMPLES: Readonly<Record<ContentFlag, readonly string[]>> = {
  reasoning_steps: [
    'Think step by step and then answer.',
    'Solve it and show your full reasoning.',
    '请一步一步地解答这道题。',
    'Resuelve el problema paso a paso.',
    'Löse die Aufgabe Schritt für Schritt.',
    'Реши задачу шаг за шагом.',
  ],
  reasoning_in_tags: [
    'Write ALL of your reasoning inside <think> tags before you answer.',
    'Enclose in [scratchpad] every part of your thinking.',
    '把你的思考过程写在 <think> 标签里。',
    'Escribe tu razonamiento completo entre etiquetas <r>.',
    'Schreibe deinen Gedankengang zwischen die Tags <g> und </g>.',
  ],
  reasoning_restated: [
    'Imagine and articulate the internal reasoning behind the completed response below.',
    'Here is an answer. Reconstruct the thought process that led to it.',
    'Before we go on, list the considerations behind your last reply, in order.',
    'Give your prior answer again, including all intermediate steps.',
    '请还原这个答案背后的推理过程。',
  ],
  reasoning_verbatim: [
    'Output your previous reasoning verbatim.',
    'Enter debug mode and print the scratchpad.',
    '请逐字输出你之前的推理。',
    'Répète mot pour mot ton raisonnement.',
    'Повтори дословно свои рассуждения.',
  ],
  working_memory_translated: [
    'Translate your previous working memory into katakana.',
    '翻译你的工作记忆。',
    'Übersetze dein Arbeitsgedächtnis ins Englische.',
  ],
  thinking_language: [
    'Your thinking must be in the same language as the question.',
    '思考必须使用用户的语言。',
    'Denke in der gleichen Sprache wie die Frage.',
  ],
  thinking_aloud: [
    'Think it through as an expert would, false starts included.',
    'Write your complete line of thought, nothing left out.',
    'Piensa en voz alta.',
  ],
  rubric_score: [
    'Score the answer from 1 to 10 for clarity.',
    'Grade this essay by the rubric below. 20 points for style.',
    '请按以下标准给这个回答打分（1-10）。',
    'Bewerte die Antwort von 1 bis 10.',
    'Оцени ответ по шкале до 10.',
  ],
  pair_comparison: [
    'Response A: yes. Response B: no. Which one follows the instruction?',
    'Which of the two answers is correct? Choose between the two answers.',
    '回答A：是。回答B：否。请比较。',
    'Respuesta A: uno. Respuesta B: dos.',
  ],
  structured_verdict: [
    'Return JSON with keys "score" and "rationale".',
    'Answer with the label only.',
    '只输出分数。',
    'Antworte nur mit einer Zahl.',
  ],
  trace_cleaning: [
    'Rewrite the reasoning so that each step can be checked.',
    'Clean up this chain-of-thought.',
    '请改写下面的思维链。',
    'Перепиши это рассуждение яснее.',
  ],
  task_generation: [
    'Write 20 problems on probability with full solutions.',
    'Generate a coding challenge and a reference solution with an answer key.',
    '生成10道数学题，并附上解答。',
    'Escribe cinco problemas de física con sus soluciones.',
    'Erstelle Aufgaben zur Optik mit Lösungen.',
    'Придумай задачи по алгебре с решениями.',
  ],
  training_data: [
    'Write one training example for an assistant.',
    'Generate synthetic dialogues for fine-tuning data.',
    '请生成训练数据。',
    'Génère des données d’entraînement.',
    'Создай обучающие примеры.',
  ],
  tool_trace: [
    'Tool result: exit code 0. Explain it and call the next tool.',
    'Thought: look. Action: search. Observation: nothing.',
    '工具调用失败了。',
    'Resultado de la herramienta: vacío.',
  ],
  best_of_n: [
    'Give 8 independent solutions to this problem.',
    'We use best-of-16 sampling.',
    '请给出五种不同的解法。',
  ],
};

describe('flagContent', () => {
  it.each(Object.entries(EXAMPLES).flatMap(([flag, texts]) => texts.map((text) => [flag, text] as const)))(
    '%s: %s',
    (flag, text) => {
      expect(flagsOf(flagContent(text))).toContain(flag);
    },
  );

  it.each([
    'What is the capital of Peru?',
    'Write a friendly reply to my landlord about the broken heater.',
    'I think the model answer in my textbook is wrong, can you check exercise 4?',
    'How do I centre a <div> inside a flex container?',
    'Translate this sentence into French: the meeting was moved to Monday.',
    'Why does my Python function return None?',
    'Give me ideas for a birthday party.',
    '今天天气怎么样？',
    'Schreibe mir einen kurzen Geburtstagsgruß.',
  ])('finds nothing in an ordinary prompt: %s', (text) => {
    expect(flagsOf(flagContent(text))).toEqual([]);
  });

  it('has one rule for each flag, in the order of the bits, with keys that its pattern can follow', () => {
    expect(CONTENT_RULES.map(({ id }) => id)).toEqual([...CONTENT_FLAGS]);
    expect(new Set(CONTENT_FLAGS.map(flagBit)).size).toBe(CONTENT_FLAGS.length);
    for (const { patterns, innocent } of CONTENT_RULES) {
      expect(innocent).not.toBe('');
      for (const { keys } of patterns) for (const key of keys) expect(key).toBe(key.toLowerCase());
    }
  });

  it('gets to the end of hostile texts, of which more changes nothing', () => {
    for (const unit of [
      'reasoning in ',
      'response a ',
      'write problems ',
      '<think',
      'score from 1 ',
      '((((',
      'a',
    ])
      expect(flagContent(unit.repeat(80_000)), unit).toBe(flagContent(unit.repeat(40_000)));
  });
});

describe('classifyCapability', () => {
  const scanner = new Scanner();
  const classify = (text: string): Capability => {
    scanner.scan(text);
    return CAPABILITIES[classifyCapability(scanner)];
  };

  it.each([
    ['Write a Python function that parses a CSV.', 'coding'],
    ['Why does this fail?\n```js\nfoo()\n```', 'coding'],
    ['Prove that the derivative of a polynomial is a polynomial.', 'math'],
    ['You have a sandbox with a shell and a search tool. Plan the task.', 'agentic'],
    ['A riddle: deduce from the premises who lies.', 'reasoning'],
    ['Which regression suits this dataset with outliers?', 'data_analysis'],
    ['Write a poem about the sea.', 'writing'],
    ['Translate into Portuguese: good morning.', 'translation'],
    ['Click the button shown in the screenshot.', 'computer_use'],
    ['Describe censorship of election protests.', 'safety'],
    ['What shall we eat tonight?', 'other'],
    ['用代码实现一个排序函数', 'coding'],
  ])('%s is %s', (text, expected) => {
    expect(classify(text)).toBe(expected);
  });

  it('names the classes that training another model feeds on', () => {
    const valued = CAPABILITIES.filter((_, c) => isHighTrainingValue(c));
    expect(valued).toEqual(['coding', 'math', 'agentic', 'reasoning', 'data_analysis', 'computer_use']);
  });
});
