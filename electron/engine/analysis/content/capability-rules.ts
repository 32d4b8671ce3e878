/** What a prompt draws on, by the words it uses. */
export const CAPABILITIES = [
  'other',
  'coding',
  'math',
  'agentic',
  'reasoning',
  'data_analysis',
  'writing',
  'translation',
  'computer_use',
  'safety',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** Classes whose answers another model is trained on by preference. */
export const HIGH_TRAINING_VALUE: readonly Capability[] = [
  'coding',
  'math',
  'agentic',
  'reasoning',
  'data_analysis',
  'computer_use',
];

/**
 * Words of each class; three points for the first line, one for the second. Ordinary words stand in the second
 * line or nowhere: a class is named by its own terms.
 */
export const CAPABILITY_WORDS: Readonly<Record<Exclude<Capability, 'other'>, readonly [string, string]>> = {
  coding: [
    `python javascript typescript java rust golang kotlin swift php ruby scala haskell sql html css react
     django flask numpy pytorch tensorflow compiler regex api backend frontend github git docker
     kubernetes bug stacktrace traceback refactor unittest pytest async middleware endpoint bash
     powershell codebase repository 代码 编程 函数 código programación fonction programme quellcode programm
     код программа функцию programming programmer code coding codes function functions software algorithm
     algorithms linux cpp arduino unity verilog matlab latex node npm yaml json xml vue angular spring
     laravel aws azure terraform ansible nginx postgres mysql mongodb redis kafka websocket oauth cli sdk
     decorator iterator generator mutex deadlock recursion pointer struct enum interface asyncio pull
     request commit commits merge linter ci deployment deploy`,
    `class method array string variable loop script library module error exception debug compile parser
     query database server client test tests thread cache app application apps web website page element
     data file files input output return list config version install implement optimize feature features
     component package line lines memory type types`,
  ],
  math: [
    `theorem lemma proof prove integral derivative polynomial matrix eigenvalue modulo combinatorics
     algebra calculus geometry trigonometry triangle equation equations inequality logarithm factorial
     divisor primes quadratic 数学 证明 方程 求解 demuestra ecuación équation démontre beweise gleichung докажи
     уравнение интеграл math maths mathematics mathematical numerical arithmetic vectors matrices
     determinant derivatives integrals series sequence permutation permutations bijection induction axiom
     conjecture prime fraction algebraic statistics probability expectation physics`,
    `solve compute calculate number numbers sum product angle maximum minimum formula vector equals ratio
     percent percentage average volume area circle square root`,
  ],
  agentic: [
    `sandbox toolcall tools agent agents browser terminal shell subtask orchestrate workflow mcp
     observation trajectory 工具 智能体 herramientas outils werkzeuge инструмент инструменты autonomous
     workflows plugin plugins subtasks invoke toolchain crawler scraper rag llm llms prompt prompts`,
    `tool step plan task action execute environment search file files command run steps tasks actions
     automate automation api assistant goal folder delete`,
  ],
  reasoning: [
    `riddle puzzle logic deduce deduction premise premises syllogism paradox counterfactual reasoning
     fallacy 推理 逻辑 razonamiento raisonnement logik rätsel логика рассуждение reason reasons deductive
     inductive causal hypothesis hypotheses critique evaluate contradiction dilemma`,
    `why argument assumption assumptions conclude infer explain justify therefore step because decide
     decision choose compare difference think thinking consider considering prove claim problem answer
     question`,
  ],
  data_analysis: [
    `dataset dataframe pandas regression correlation spreadsheet excel csv statistics statistical
     outliers histogram pivot variance anova clustering forecast dashboard 数据 分析 estadística statistique
     statistik статистика данные datasets metrics kpi visualization visualize plot analytics bayesian
     quantile percentile hypothesis confidence covariance timeseries seasonality imputation classifier
     features dimensionality`,
    `data table columns rows chart average median trend sample mean analyze analyse analyst analysis
     distribution values value numbers report records record`,
  ],
  writing: [
    `essay poem story blog slogan headline paragraph screenplay novel lyrics newsletter haiku sonnet
     copywriting rewrite proofread summarize summarise 作文 故事 写作 ensayo poema cuento essai poème conte
     aufsatz gedicht geschichte сочинение стихотворение рассказ essays poems stories rephrase paraphrase
     tagline resume dialogue narrator rhyme verse chapter plot speech marketing blurb press release`,
    `write draft letter email tone text title article character friendly shorten sentence words style
     polite formal reply subject message description script brief note notes`,
  ],
  translation: [
    `translate translation translator 翻译 译成 traduce traducir traducción traduis traduire traduction
     übersetze übersetzung übersetzen переведи перевод localize localization transliterate idiom idioms`,
    `english french spanish german portuguese chinese russian japanese korean italian catalan arabic
     language languages meaning word phrase`,
  ],
  computer_use: [
    `screenshot screenshots image images photo picture ocr pixel bounding cursor click scroll webpage gui
     截图 图片 captura imagen capture bildschirmfoto bild скриншот изображение vision webcam camera video
     videos dom selenium playwright svg logo icon ui ux`,
    `screen button window mouse menu draw diagram figure visual display color layout design website`,
  ],
  safety: [
    `censorship propaganda election elections dissident protest jailbreak weapon weapons explosive
     malware phishing extremist genocide suicide political party leaders authoritarian tiananmen taiwan
     审查 政治 敏感 censura política censure politique zensur politik цензура политика hate racist terrorism
     bomb drugs hack hacking exploit exploits misinformation activist regime sanctions human rights`,
    `government policy war law illegal harmful dangerous attack vulnerability ethics ethical president
     military security risk risks privacy`,
  ],
};
