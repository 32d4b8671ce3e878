/**
 * What a prompt asks for, by rules on its words. Each rule is a row: what it looks for, and who asks for the same
 * in good faith. A rule says that a text has this form, never why it was sent; forms count as evidence in their
 * rate against a cohort, and only together with who else sends them.
 */
export interface ContentRule {
  readonly id: ContentFlag;
  readonly title: string;
  /** Who asks for the same in good faith. */
  readonly innocent: string;
  /** A text has the form when one of these is found in it, in lower case. */
  readonly patterns: readonly Pattern[];
}

export interface Pattern {
  /** A text without any of these cannot have the form: it is told at a fraction of the cost. */
  readonly keys: readonly string[];
  readonly form: RegExp;
}

export type ContentFlag = (typeof CONTENT_FLAGS)[number];

/** In the order of their bits, lowest first; new ones are added at the end. */
export const CONTENT_FLAGS = [
  'reasoning_steps',
  'reasoning_in_tags',
  'reasoning_restated',
  'reasoning_verbatim',
  'working_memory_translated',
  'thinking_language',
  'thinking_aloud',
  'rubric_score',
  'pair_comparison',
  'structured_verdict',
  'trace_cleaning',
  'task_generation',
  'training_data',
  'tool_trace',
  'best_of_n',
] as const;

const REASON =
  '(?:think(?:ing)?|thoughts?|reason(?:ing|s)?|chain[- ]of[- ]thought|line of thought|deliberation|scratch ?pad|inner monologue|rationale)';
const TAG =
  '(?:<\\/?[a-z_][\\w-]{1,24}>|\\[[a-z_]{3,20}\\]|\\{[a-z_]{3,20}\\}|\\btags?\\b|\\bdelimiters?\\b)';
const REASON_TAG =
  '<(?:think(?:ing)?|thoughts?|trace|reason(?:ing)?|scratch_?pad|cot|analysis|rationale|inner_?\\w*|reflection)>';
/** Up to n characters without leaving the sentence, or at all. */
const near = (n: number): string => `[^.!?\\n。！？]{0,${n}}`;
const within = (n: number): string => `[\\s\\S]{0,${n}}?`;
const re = (...parts: string[]): RegExp => new RegExp(parts.join(''), 'u');

export const CONTENT_RULES: readonly ContentRule[] = [
  {
    id: 'reasoning_steps',
    title: 'Asks for reasoning step by step',
    innocent: 'A common habit of ordinary users, pupils and tutors, and of public benchmark prompts.',
    patterns: [
      { keys: ['by step', 'by-step'], form: /step[- ]by[- ]step/u },
      {
        keys: ['reasoning', 'working', 'thinking', 'thought process', 'derivation'],
        form: re(
          '\\b(?:show|explain|give|write|include|provide|state)\\b',
          near(40),
          '\\b(?:your|the|its|full|all) (?:\\w+ )?(?:reasoning|working|thinking|thought process|derivation)\\b',
        ),
      },
      { keys: ['reasoning'], form: re('\\bwith (?:its|the|your|full|all) (?:\\w+ )?reasoning\\b') },
      { keys: ['步', '分步'], form: /一步一步|逐步(?:思考|推理|分析|解释)|分步/u },
      {
        keys: ['paso a paso', 'étape par', 'pas à pas', 'schritt', 'шаг', 'пошагов'],
        form: /paso a paso|étape par étape|pas à pas|schritt für schritt|schrittweise|шаг за шагом|пошагов/u,
      },
    ],
  },
  {
    id: 'reasoning_in_tags',
    title: 'Wants the reasoning written out within tags',
    innocent: 'Applications that parse the answer apart from the reasoning, explainability and audit trails.',
    patterns: [
      { keys: ['<'], form: re(REASON_TAG) },
      {
        keys: ['<', '[', '{', 'tag', 'delimiter'],
        form: re(
          '\\b',
          REASON,
          '\\b',
          within(90),
          '\\b(?:inside|within|between|enclosed?|wrap(?:ped)?|surround(?:ed)?|in)\\b',
          near(40),
          TAG,
        ),
      },
      {
        keys: ['<', '[', '{', 'tag', 'delimiter'],
        form: re(
          '\\b(?:enclose|wrap|surround|put|place|start with)\\b',
          near(50),
          TAG,
          within(80),
          '\\b',
          REASON,
          '\\b',
        ),
      },
      {
        keys: ['思考', '推理'],
        form: /(?:思考|推理)[^。\n]{0,40}(?:标签|<\/?\w+>)|(?:标签|<\/?\w+>)[^。\n]{0,30}(?:思考|推理)/u,
      },
      {
        keys: ['razonamiento', 'raisonnement', 'gedankengang', 'überlegung', 'рассужден'],
        form: re(
          '(?:razonamiento|raisonnement|gedankengang|überlegungen|рассуждени\\p{L}*)',
          near(60),
          '(?:etiquetas?|balises?|tags?|тег\\p{L}*|<\\/?\\w+>)',
        ),
      },
    ],
  },
  {
    id: 'reasoning_restated',
    title: 'Wants the reasoning behind an answer that is already there',
    innocent: 'Tutors, code reviewers and audits that ask why an answer was given.',
    patterns: [
      {
        keys: ['reasoning', 'thinking', 'thought'],
        form: re(
          '\\b(?:imagine|articulate|reconstruct|recreate|infer|reverse[- ]engineer|describe|write (?:out|down))\\b',
          near(70),
          '\\b(?:internal |hidden |inner |original )?(?:reasoning|thinking|thought process|chain[- ]of[- ]thought)\\b',
          near(50),
          '\\b(?:behind|that (?:led|leads|produced|would)|leading to|underlying|for (?:the|this|that) (?:completed |finished |given )?(?:answer|response|solution))',
        ),
      },
      {
        keys: ['reasoning', 'thinking', 'thought'],
        form: re(
          '\\b(?:here is|below is|given)\\b',
          near(40),
          '\\b(?:answer|response|solution)\\b',
          within(120),
          '\\b(?:reasoning|thinking|thought process)\\b',
          near(30),
          '\\b(?:that led|behind|leading)',
        ),
      },
      {
        keys: ['previous', 'prior', 'last', 'earlier', 'preceding', 'completed', 'finished'],
        form: re(
          '\\b(?:restate|retell|recount|repeat|list|write (?:out|down)|lay out|spell out|walk through)\\b',
          near(50),
          '\\b(?:reasoning|thinking|thoughts?|considerations|deliberation|how you (?:arrived|came|got)|intermediate steps?)\\b',
          near(50),
          '\\b(?:previous|prior|last|earlier|preceding|completed|finished) (?:answer|response|reply|output|result|solution)',
        ),
      },
      {
        keys: ['previous', 'prior', 'last', 'earlier', 'preceding', 'completed', 'finished'],
        form: re(
          '\\b(?:previous|prior|last|earlier|preceding|completed|finished) (?:answer|response|reply|output|result|solution)',
          near(50),
          '\\b(?:with|including) (?:\\w+ ){0,3}(?:reasoning|thinking|intermediate steps?|considerations)\\b',
        ),
      },
      {
        keys: ['推理', '思考', '思路'],
        form: /(?:还原|重建|写出|想象)[^。\n]{0,30}(?:背后|得出)[^。\n]{0,20}(?:推理|思考|思路)|(?:推理|思考)过程[^。\n]{0,20}(?:背后|得出)/u,
      },
      {
        keys: ['razonamiento', 'raisonnement', 'gedankengang', 'рассужден'],
        form: re(
          '(?:razonamiento|raisonnement|gedankengang|рассуждени\\p{L}*)',
          near(40),
          '(?:detrás de|derrière|ayant mené|hinter (?:der|dieser)|стоящ\\p{L}* за|привед\\p{L}*)',
        ),
      },
    ],
  },
  {
    id: 'reasoning_verbatim',
    title: 'Wants earlier reasoning or instructions repeated word for word',
    innocent: 'Debugging of an own application, curiosity about the system prompt.',
    patterns: [
      {
        keys: [
          'verbatim',
          'word for word',
          'exactly',
          'unchanged',
          'in full',
          'unabridged',
          'unfiltered',
          'raw',
        ],
        form: re(
          '\\b(?:repeat|output|print|reveal|reproduce|copy|return|show|dump|display)\\b',
          near(60),
          '\\b(?:previous|prior|earlier|internal|hidden|last|above|your)\\b',
          near(30),
          '\\b(?:reasoning|thinking|thoughts|chain[- ]of[- ]thought|system prompt)\\b',
          near(40),
          '\\b(?:verbatim|word for word|exactly|unchanged|in full|unabridged|unfiltered|raw)\\b',
        ),
      },
      {
        keys: ['verbatim'],
        form: re('\\bverbatim\\b', near(50), '\\b(?:reasoning|thinking|thoughts|chain[- ]of[- ]thought)\\b'),
      },
      {
        keys: ['debug mode', 'developer mode', 'diagnostic mode'],
        form: re(
          '\\b(?:debug|developer|diagnostic) mode\\b',
          within(120),
          '\\b(?:reasoning|thinking|thoughts|scratch ?pad|chain[- ]of[- ]thought)\\b',
        ),
      },
      {
        keys: ['推理', '思', '调试'],
        form: /(?:原样|逐字|完整)(?:输出|重复|打印)[^。\n]{0,20}(?:推理|思考|思维链)|调试模式/u,
      },
      {
        keys: ['textualmente', 'palabra por', 'mot pour', 'wörtlich', 'wort für', 'дословно', 'слово в'],
        form: re(
          '(?:textualmente|palabra por palabra|mot pour mot|wörtlich|wort für wort|дословно|слово в слово)',
          near(60),
          '(?:razonamiento|pensamiento|raisonnement|réflexion|gedanken\\p{L}*|überlegung\\p{L}*|рассужден\\p{L}*|мысл\\p{L}*)',
        ),
      },
      {
        keys: ['textualmente', 'palabra por', 'mot pour', 'wörtlich', 'wort für', 'дословно', 'слово в'],
        form: re(
          '(?:razonamiento|pensamiento|raisonnement|réflexion|gedanken\\p{L}*|überlegung\\p{L}*|рассужден\\p{L}*|мысл\\p{L}*)',
          near(60),
          '(?:textualmente|palabra por palabra|mot pour mot|wörtlich|wort für wort|дословно|слово в слово)',
        ),
      },
    ],
  },
  {
    id: 'working_memory_translated',
    title: 'Wants working memory or hidden thoughts translated or transcribed',
    innocent: 'Rare in ordinary use; linguistic play.',
    patterns: [
      {
        keys: ['memory', 'scratch', 'hidden', 'internal', 'previous', 'chain'],
        form: re(
          '\\b(?:translate|transliterate|transcribe|encode|convert|rewrite)\\b',
          near(60),
          '\\b(?:working memory|scratch ?pad|hidden (?:thoughts|reasoning)|internal (?:thoughts|reasoning|monologue)|previous (?:thoughts|thinking|reasoning)|chain[- ]of[- ]thought)\\b',
        ),
      },
      {
        keys: ['memory', 'scratch', 'internal'],
        form: re(
          '\\b(?:working memory|scratch ?pad|internal (?:thoughts|reasoning|monologue))\\b',
          near(60),
          '\\b(?:katakana|base64|morse|rot13|pig latin|cipher|hexadecimal|into (?:\\w+ )?(?:language|script))',
        ),
      },
      {
        keys: ['工作记忆', '思维链', '内部'],
        form: /(?:翻译|转写|编码)[^。\n]{0,20}(?:工作记忆|思维链|内部(?:思考|推理))/u,
      },
      {
        keys: [
          'memoria',
          'mémoire',
          'arbeitsged',
          'памят',
          'cadena de',
          'chaîne de',
          'gedankenkette',
          'цепочк',
        ],
        form: re(
          '(?:traduce|traduis|übersetze|переведи)',
          near(40),
          '(?:memoria de trabajo|mémoire de travail|arbeitsgedächtnis\\p{L}*|рабоч\\p{L}* памят\\p{L}*|cadena de pensamiento|chaîne de pensée|gedankenkette|цепочк\\p{L}* рассужден\\p{L}*)',
        ),
      },
    ],
  },
  {
    id: 'thinking_language',
    title: 'Prescribes the language of the thinking',
    innocent: 'Applications for readers of one language.',
    patterns: [
      {
        keys: [
          'language',
          'in english',
          'in chinese',
          'in mandarin',
          'in spanish',
          'in french',
          'in german',
          'in russian',
          'in japanese',
          'in korean',
        ],
        form: re(
          '\\b',
          REASON,
          '\\b',
          near(70),
          '\\b(?:in the (?:same )?language (?:of|as)|in (?:the )?(?:user.?s|same) language|(?:only |exclusively |entirely )in (?:english|chinese|mandarin|spanish|french|german|russian|japanese|korean))\\b',
        ),
      },
      {
        keys: ['language'],
        form: re('\\bthink(?:ing)? (?:must|has to|should)\\b', near(40), '\\blanguage\\b'),
      },
      {
        keys: ['language of the question'],
        form: re('\\b', REASON, '\\b', within(120), 'language of the question'),
      },
      {
        keys: ['思考', '推理'],
        form: /(?:思考|推理)[^。\n]{0,20}(?:必须)?(?:使用|用|与)[^。\n]{0,12}(?:语言|中文|英文|英语)/u,
      },
      {
        keys: ['idioma', 'español', 'langue', 'français', 'sprache', 'deutsch', 'язык', 'русск'],
        form: re(
          '(?:piensa|razona|pense|réfléchis|raisonne|denke|überlege|думай|рассуждай)',
          near(30),
          '(?:en el (?:mismo )?idioma|en español|dans la (?:même )?langue|en français|in der (?:gleichen )?sprache|auf deutsch|на (?:том же )?языке|по-русски|на русском)',
        ),
      },
    ],
  },
  {
    id: 'thinking_aloud',
    title: 'Wants thinking aloud with detours and corrections',
    innocent: 'Teaching, creative writing.',
    patterns: [
      {
        keys: ['false start', 'wrong turn', 'dead end', 'backtrack', 'correction', 'stream of', 'think'],
        form: /\b(?:false starts|wrong turns|dead ends|backtrack(?:ing|s)?|self[- ]corrections?|stream of consciousness|think(?:ing)? (?:aloud|out loud))\b/u,
      },
      {
        keys: ['thought', 'thinking', 'reasoning'],
        form: re(
          '\\b(?:every|all|each|complete|entire|full)\\b',
          near(30),
          '\\b(?:thoughts?|line of thought|train of thought|thought process|thinking|reasoning)\\b',
          near(50),
          '\\b(?:nothing left out|without (?:gaps|omi\\w+|skipping)|in full|unabridged|no matter how|omit nothing)',
        ),
      },
      { keys: ['思考', '推理'], form: /出声思考|自言自语地思考|不要省略[^。\n]{0,12}(?:思考|推理)/u },
      {
        keys: ['voz alta', 'haute', 'laut', 'вслух'],
        form: /piensa en voz alta|penser? à (?:voix haute|haute voix)|(?:denke?n?|denk) laut|laut denken|думай вслух|рассуждай вслух/u,
      },
    ],
  },
  {
    id: 'rubric_score',
    title: 'Has an answer scored by criteria',
    innocent: 'Graders, moderation, support quality checks, evaluation of own products.',
    patterns: [
      {
        keys: ['score', 'rate', 'grade', 'evaluate', 'assess', 'judge', 'mark'],
        form: re(
          '\\b(?:score|rate|grade|evaluate|assess|judge|mark)\\b',
          within(140),
          '\\b(?:from|between|of|on a scale(?: of| from)?|using)\\b',
          near(24),
          '\\b[01] ?(?:to|-|–|and|through) ?(?:3|4|5|6|7|10|100)\\b',
        ),
      },
      {
        keys: ['score', 'rate', 'grade', 'evaluate', 'assess', 'judge'],
        form: re(
          '\\b(?:score|rate|grade|evaluate|assess|judge)\\b',
          near(100),
          '\\b(?:rubric|criteria|criterion|helpfulness|factuality|coherence|faithfulness|correctness)\\b',
        ),
      },
      { keys: ['rubric'], form: re('\\brubric\\b', within(160), '\\b(?:points?|score|grade)\\b') },
      {
        keys: ['分', '评价'],
        form: /(?:评分|打分|评价)[^。\n]{0,40}(?:1 ?[-到至~] ?(?:5|10)|标准|维度|分数)/u,
      },
      {
        keys: ['evalúa', 'califica', 'puntúa', 'évalue', 'note', 'bewerte', 'оцени'],
        form: re(
          '(?:evalúa|califica|puntúa|évalue|note|bewerte|оцени)',
          near(80),
          '(?:1 (?:a|al|à|bis|до) (?:5|10)|criterios?|critères?|kriterien|критери\\p{L}*|шкал\\p{L}*)',
        ),
      },
    ],
  },
  {
    id: 'pair_comparison',
    title: 'Has two answers compared',
    innocent: 'Evaluation of models and prompts, product A/B tests.',
    patterns: [
      {
        keys: ['response', 'answer', 'assistant', 'candidate', 'output', 'completion', 'solution', 'model'],
        form: re(
          '\\b(?:response|answer|assistant|candidate|output|completion|solution|model) (?:a|1|one)\\b',
          within(600),
          '\\b(?:response|answer|assistant|candidate|output|completion|solution|model) (?:b|2|two)\\b',
        ),
      },
      {
        keys: ['two', 'both', 'following'],
        form: re(
          '\\b(?:which|choose|pick|select|decide)\\b',
          near(50),
          '\\b(?:two|both|of the following) (?:\\w+ )?(?:responses|answers|completions|outputs|solutions|candidates)\\b',
        ),
      },
      {
        keys: ['whose', 'which'],
        form: re(
          '\\b(?:which|whose)\\b',
          near(20),
          '\\b(?:response|answer|completion|output) (?:is|was) (?:better|preferable|best)\\b',
        ),
      },
      {
        keys: ['回答', '回复', '答案'],
        form: /(?:回答|回复|答案) ?(?:a|甲|一|1)[\s\S]{0,200}(?:回答|回复|答案) ?(?:b|乙|二|2)|哪个(?:回答|回复|答案)更好/u,
      },
      {
        keys: ['respuesta', 'réponse', 'antwort', 'ответ'],
        form: /(?:respuesta|réponse|antwort|ответ) (?:a|1|а) ?[\s\S]{0,300}(?:respuesta|réponse|antwort|ответ) (?:b|2|б)/u,
      },
    ],
  },
  {
    id: 'structured_verdict',
    title: 'Wants only a verdict in a fixed form',
    innocent: 'Classifiers, moderation and every pipeline that parses answers.',
    patterns: [
      {
        keys: ['json', 'xml'],
        form: re(
          '\\b(?:json|xml)\\b',
          within(120),
          '"?\\b(?:score|verdict|rating|winner|preference|label|grade|rationale|judg(?:e)?ment)\\b',
        ),
      },
      {
        keys: ['json'],
        form: re('\\b(?:score|verdict|rating|winner|grade|judg(?:e)?ment)\\b', within(80), '\\bjson\\b'),
      },
      {
        keys: ['only', 'just', 'nothing but', 'solely'],
        form: re(
          '\\b(?:answer|reply|respond|output|return)\\b',
          near(24),
          '\\b(?:only|just|nothing but|solely)\\b',
          near(30),
          '\\b(?:label|letter|number|score|verdict|yes or no|true or false|a or b)\\b',
        ),
      },
      {
        keys: ['only'],
        form: re(
          '\\b(?:answer|reply|respond|return)\\b',
          near(20),
          '\\b(?:with the label|yes or no|true or false)\\b',
          near(10),
          '\\bonly\\b',
        ),
      },
      { keys: ['只'], form: /只(?:输出|回答|返回)[^。\n]{0,16}(?:标签|分数|数字|是或否|json)/u },
      {
        keys: ['solo', 'sólo', 'únicamente', 'uniquement', 'seulement', 'nur', 'только'],
        form: re(
          '(?:solo|sólo|únicamente|uniquement|seulement|nur|только)',
          near(30),
          '(?:json|etiqueta|étiquette|etikett|метк\\p{L}*|número|nombre|zahl|числ\\p{L}*)',
        ),
      },
    ],
  },
  {
    id: 'trace_cleaning',
    title: 'Has reasoning rewritten, cleaned or normalised',
    innocent: 'Editors, teachers who prepare model solutions.',
    patterns: [
      {
        keys: ['reasoning', 'thought', 'trace', 'rationale', 'derivation', 'solution steps', 'cot'],
        form: re(
          '\\b(?:rewrite|clean(?: up)?|normali[sz]e|polish|refine|condense|paraphrase|reformat|tidy(?: up)?|improve|shorten|compress)\\b',
          near(50),
          '\\b(?:reasoning|chain[- ]of[- ]thought|thinking trace|traces?|thought process|rationale|derivation|solution steps|cot)\\b',
        ),
      },
      {
        keys: ['remove'],
        form: re(
          '\\bremove\\b',
          near(40),
          '\\b(?:redundan\\w+|repetiti\\w+|filler|hesitation\\w*|self[- ]reference\\w*)\\b',
          near(50),
          '\\b(?:reasoning|trace|thinking|thought)',
        ),
      },
      {
        keys: ['推理', '思', '解题'],
        form: /(?:改写|清洗|整理|润色|精简|规范化)[^。\n]{0,20}(?:推理|思维链|思考过程|解题过程)/u,
      },
      {
        keys: ['razonamiento', 'raisonnement', 'gedankengang', 'argumentation', 'рассужден', 'цепочк'],
        form: re(
          '(?:reescribe|limpia|réécris|nettoie|überarbeite|bereinige|перепиши|очисти)',
          near(50),
          '(?:razonamiento|raisonnement|gedankengang|argumentation|рассужден\\p{L}*|цепочк\\p{L}*)',
        ),
      },
    ],
  },
  {
    id: 'task_generation',
    title: 'Has tasks made, with solutions or tests',
    innocent: 'Teachers, examiners, test authors.',
    patterns: [
      {
        keys: [
          'problem',
          'question',
          'exercise',
          'task',
          'puzzle',
          'challenge',
          'test',
          'prompt',
          'instruction',
        ],
        form: re(
          '\\b(?:write|create|generate|produce|make|compose|invent|design|set|draft)\\b',
          near(60),
          '\\b(?:problems?|questions?|exercises?|tasks?|puzzles?|challenges?|test cases|unit tests|prompts|instructions)\\b',
          within(180),
          '\\b(?:solutions?|solve it|answers?|answer key|reference implementation|solved|grader|grading|test cases)\\b',
        ),
      },
      {
        keys: [
          'problems',
          'questions',
          'exercises',
          'tasks',
          'puzzles',
          'challenges',
          'prompts',
          'instructions',
          'unit tests',
        ],
        form: re(
          '\\b(?:write|create|generate|produce|compose)\\b',
          near(20),
          '\\b(?:\\d+|two|three|five|ten|twenty|fifty|a hundred|several|diverse)\\b',
          near(30),
          '\\b(?:problems|questions|exercises|tasks|puzzles|challenges|prompts|instructions|unit tests)\\b',
        ),
      },
      {
        keys: ['题', '问题', '练习', '任务'],
        form: /(?:生成|编写|出|设计|创建)[^。\n]{0,16}(?:道|个)[^。\n]{0,12}(?:题|问题|练习|任务)|(?:题目|问题)[^。\n]{0,24}(?:并|附|及)[^。\n]{0,8}(?:答案|解答|解析)/u,
      },
      {
        keys: [
          'problem',
          'ejercicio',
          'pregunta',
          'problème',
          'exercice',
          'question',
          'aufgabe',
          'frage',
          'übung',
          'задач',
          'вопрос',
          'упражнен',
        ],
        form: re(
          '(?:escribe|crea|genera|inventa|écris|crée|génère|rédige|schreibe|erstelle|erzeuge|erfinde|напиши|составь|создай|придумай)',
          near(60),
          '(?:problemas?|ejercicios?|preguntas|problèmes?|exercices?|questions|aufgaben?|fragen|übungen|задач\\p{L}*|вопрос\\p{L}*|упражнени\\p{L}*)',
          near(80),
          '(?:soluci[oó]n\\p{L}*|respuestas?|solutions?|corrigés?|réponses?|lösung\\p{L}*|antworten|решени\\p{L}*|ответ\\p{L}*)',
        ),
      },
    ],
  },
  {
    id: 'training_data',
    title: 'Names training data, or a model to be trained',
    innocent: 'Customers who train under a contract that allows it; questions about machine learning.',
    patterns: [
      {
        keys: ['training', 'tuning', 'tune', 'synthetic', 'preference', 'seed'],
        form: re(
          '\\b(?:write|create|generate|produce|make|synthesi[sz]e|build|give)\\b',
          near(60),
          '\\b(?:training (?:example|sample|data|pair|instance|set|material)s?|instruction[- ]tuning|fine[- ]?tun(?:e|ing) (?:data|examples?|set)|synthetic (?:data|dialog\\w*|conversations?|examples?|dataset)|preference pairs?|seed (?:tasks|prompts))\\b',
        ),
      },
      {
        keys: ['distill', 'teach', 'student model', 'for a small'],
        form: /\b(?:distill(?:ation|ing)?|teach(?:er)?) (?:data|dataset|model)\b|\bstudent model\b|\bfor a (?:small|smaller) (?:assistant |language )?model\b/u,
      },
      {
        keys: ['训练', '微调', '合成', '指令', '蒸馏'],
        form: /(?:生成|构造|编写)[^。\n]{0,16}(?:训练数据|训练样本|微调数据|合成数据|指令数据)|蒸馏/u,
      },
      {
        keys: ['entrenamiento', 'entraînement', 'training', 'обучающ'],
        form: re(
          '(?:datos de entrenamiento|ejemplos de entrenamiento|données d.entraînement|exemples d.entraînement|trainingsdaten|trainingsbeispiel\\p{L}*|обучающ\\p{L}* (?:данн\\p{L}*|пример\\p{L}*|выборк\\p{L}*))',
        ),
      },
    ],
  },
  {
    id: 'tool_trace',
    title: 'Steps of tool use, to be explained or recorded',
    innocent: 'Every agent framework; what matters is who else sends the same steps.',
    patterns: [
      {
        keys: ['tool', 'function call', 'observation', 'exit code'],
        form: re(
          '\\b(?:tool result|tool output|tool call|tool_calls?|function call|observation|exit code)\\b',
          within(200),
          '\\b(?:next|action|explain|thought|call|say what)\\b',
        ),
      },
      {
        keys: ['trajector'],
        form: re(
          '\\b(?:trajectory|trajectories)\\b',
          within(120),
          '\\b(?:thought|action|observation|steps?)\\b',
        ),
      },
      {
        keys: ['observation'],
        form: re('\\bthought\\b', within(80), '\\baction\\b', within(80), '\\bobservation\\b'),
      },
      {
        keys: ['tool'],
        form: re(
          '\\b(?:name|choose|which|what|use) (?:the |a )?tools?\\b',
          near(60),
          '\\b(?:step|why|use|result)\\b',
        ),
      },
      {
        keys: ['工具', '行动', '观察'],
        form: /(?:工具调用|调用工具|工具结果)|(?:思考|行动|观察)[:：][\s\S]{0,120}(?:行动|观察)[:：]/u,
      },
      {
        keys: ['herramienta', 'outil', 'werkzeug', 'инструмент'],
        form: re(
          '(?:llamada|resultado) de (?:la )?herramienta|appel d.outil|résultat de l.outil|werkzeugaufruf|werkzeugergebnis|вызов\\p{L}* инструмент\\p{L}*|результат\\p{L}* инструмент\\p{L}*',
        ),
      },
    ],
  },
  {
    id: 'best_of_n',
    title: 'Wants several independent solutions to choose among',
    innocent: 'Brainstorming, naming, copywriting.',
    patterns: [
      {
        keys: ['different', 'distinct', 'independent', 'alternative', 'diverse', 'candidate'],
        form: re(
          '\\b(?:generate|write|give|produce|provide|sample|propose)\\b',
          near(16),
          '\\b(?:\\d+|two|three|four|five|six|eight|ten|sixteen|several|multiple)\\b',
          near(16),
          '\\b(?:different|distinct|independent|alternative|diverse|candidate)\\b',
          near(20),
          '\\b(?:answers|solutions|responses|completions|candidates|attempts|approaches|implementations)\\b',
        ),
      },
      {
        keys: ['best', 'majority', 'consistency'],
        form: /\bbest[- ]of[- ](?:\d+|n)\b|\b(?:majority vote|self[- ]consistency)\b/u,
      },
      {
        keys: ['candidate', 'completion', 'responses', 'solutions', 'answers'],
        form: re(
          '\\b(?:rank|order|select the best)\\b',
          near(40),
          '\\b(?:candidates?|completions?|responses|solutions|answers)\\b',
        ),
      },
      {
        keys: ['答案', '解法', '回答', '方案'],
        form: /(?:生成|给出)[^。\n]{0,8}(?:个|种)(?:不同|独立)[^。\n]{0,6}(?:答案|解法|回答|方案)/u,
      },
      {
        keys: ['solu', 'respuesta', 'réponse', 'lösung', 'antwort', 'решени', 'ответ'],
        form: re(
          '(?:\\d+|tres|cinco|trois|cinq|drei|fünf|три|пять) (?:soluciones|respuestas|solutions|réponses|lösungen|antworten|решени\\p{L}*|ответ\\p{L}*) (?:diferentes|distintas|independientes|différentes|indépendantes|verschiedene|unabhängige)|(?:verschiedene|unabhängige|разн\\p{L}*|независим\\p{L}*) (?:lösungen|antworten|решени\\p{L}*|ответ\\p{L}*)',
        ),
      },
    ],
  },
];
