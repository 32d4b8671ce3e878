import type { Rng } from '../rng.ts';

/** What people write in one language other than English; `{s}` is a subject, `{n}` a number. */
interface Phrases {
  readonly openings: readonly string[];
  readonly subjects: readonly string[];
  readonly contexts: readonly string[];
  readonly wishes: readonly string[];
  readonly followUps: readonly string[];
}

const SPANISH: Phrases = {
  openings: [
    '¿Cómo hago {s}?',
    'Necesito ayuda con {s}.',
    'Explícame {s} con un ejemplo.',
    '¿Qué opinas de {s}?',
    'Corrige {s}.',
    'Hazme un plan para {s}.',
  ],
  subjects: [
    'una carta al ayuntamiento',
    'un error en la hoja de cálculo',
    'un viaje en tren',
    'una consulta SQL lenta',
    'la lista de precios',
    'un resumen de la reunión',
    'un examen de física',
    'el contrato de alquiler',
    'una receta sin gluten',
    'la traducción del folleto',
    'un script que falla',
    'la presentación del lunes',
  ],
  contexts: [
    'Es para mi jefa.',
    'Somos {n} personas.',
    'Ya lo intenté {n} veces.',
    'Tengo {n} minutos.',
    'El cliente tiene prisa.',
    'No soy experto.',
  ],
  wishes: [
    'Que sea breve.',
    'En una tabla, por favor.',
    'Con {n} puntos.',
    'Sin tecnicismos.',
    'Dame dos opciones.',
  ],
  followUps: [
    '¿Y si son {n}?',
    'Más corto, por favor.',
    'No entiendo lo de {s}.',
    'Ahora lo mismo para {s}.',
    '¿Por qué?',
    'Añade {s}.',
    'Quita la segunda parte.',
  ],
};
const GERMAN: Phrases = {
  openings: [
    'Wie gehe ich bei {s} vor?',
    'Hilf mir bitte mit {s}.',
    'Erkläre {s} an einem Beispiel.',
    'Was muss ich zu {s} wissen?',
    'Formuliere {s} um.',
    'Erstelle einen Plan für {s}.',
  ],
  subjects: [
    'einem Brief an die Hausverwaltung',
    'einer Formel in der Tabelle',
    'dem Jahresbericht',
    'einer langsamen Abfrage',
    'der Dienstplanung',
    'einem Vortrag über Wärmepumpen',
    'der Physikaufgabe',
    'einem Kündigungsschreiben',
    'dem Rezept ohne Nüsse',
    'der Übersetzung',
    'dem fehlerhaften Skript',
    'der Radtour am Fluss',
  ],
  contexts: [
    'Es geht um {n} Leute.',
    'Bisher hat es nicht geklappt.',
    'Ich habe {n} Minuten.',
    'Mein Kollege sieht das anders.',
    'Es ist für den Verein.',
    'Das Budget liegt bei {n} Euro.',
  ],
  wishes: [
    'Bitte kurz.',
    'Am besten als Tabelle.',
    'Mit {n} Stichpunkten.',
    'Ohne Fachwörter.',
    'Zwei Varianten reichen.',
  ],
  followUps: [
    'Und bei {n}?',
    'Geht das kürzer?',
    'Was heißt das für {s}?',
    'Jetzt dasselbe mit {s}.',
    'Warum?',
    'Bitte noch etwas zu {s}.',
    'Das klappt leider nicht.',
  ],
};
const FRENCH: Phrases = {
  openings: [
    'Comment faire pour {s} ?',
    'Aide-moi pour {s}.',
    'Explique {s} simplement.',
    'Peux-tu relire {s} ?',
    'Donne-moi trois idées pour {s}.',
    'Que penser de {s} ?',
  ],
  subjects: [
    'une lettre de motivation',
    'un tableau qui ne calcule plus',
    'un voyage à vélo',
    'une requête trop lente',
    'le compte rendu',
    'un exposé sur les marées',
    'un exercice de probabilités',
    'le bail du studio',
    'une tarte sans œufs',
    'la notice en anglais',
    'un script de sauvegarde',
    'la réunion de jeudi',
  ],
  contexts: [
    'C’est pour {n} personnes.',
    'J’ai déjà essayé.',
    'Il me reste {n} minutes.',
    'Je débute.',
    'Le client attend.',
    'On a {n} euros.',
  ],
  wishes: ['En bref.', 'Sous forme de liste.', 'Avec {n} exemples.', 'Sans jargon.', 'Deux versions, merci.'],
  followUps: [
    'Et pour {n} ?',
    'Plus court.',
    'Qu’en est-il de {s} ?',
    'Même chose avec {s}.',
    'Pourquoi ?',
    'Ajoute {s}.',
    'Ça ne marche pas.',
  ],
};
const CHINESE: Phrases = {
  openings: [
    '请问{s}怎么处理？',
    '帮我写一下{s}。',
    '解释一下{s}。',
    '{s}有什么问题？',
    '给我一个关于{s}的计划。',
    '比较两种做法：{s}。',
  ],
  subjects: [
    '周报',
    '一个很慢的查询',
    '租房合同',
    '物理作业',
    '旅行路线',
    '产品说明',
    '表格里的公式',
    '客户的投诉',
    '面试准备',
    '一段报错的代码',
    '孩子的作文',
    '会议纪要',
  ],
  contexts: [
    '一共{n}个人。',
    '我只有{n}分钟。',
    '之前试过，不行。',
    '老板明天要。',
    '我是新手。',
    '预算{n}元。',
  ],
  wishes: ['简短一点。', '用表格。', '列{n}条。', '不要术语。', '给两个方案。'],
  followUps: [
    '如果是{n}个呢？',
    '再短一点。',
    '那{s}呢？',
    '换成{s}再写一遍。',
    '为什么？',
    '加上{s}。',
    '还是不对。',
  ],
};
const PORTUGUESE: Phrases = {
  openings: [
    'Como resolvo {s}?',
    'Me ajuda com {s}.',
    'Explique {s} de forma simples.',
    'Revise {s}.',
    'Faça um plano para {s}.',
    'O que falta em {s}?',
  ],
  subjects: [
    'um e-mail para o fornecedor',
    'uma planilha com erro',
    'a viagem de férias',
    'uma consulta lenta',
    'o relatório mensal',
    'a prova de química',
    'o contrato',
    'um bolo de milho',
    'a tradução do manual',
    'um script quebrado',
    'a apresentação',
    'o estoque da loja',
  ],
  contexts: [
    'Somos {n} pessoas.',
    'Já tentei antes.',
    'Tenho {n} minutos.',
    'É para o chefe.',
    'Sou iniciante.',
    'O prazo é sexta.',
  ],
  wishes: ['Seja breve.', 'Em tabela.', 'Com {n} itens.', 'Sem jargão.', 'Duas opções.'],
  followUps: [
    'E se forem {n}?',
    'Mais curto.',
    'E quanto a {s}?',
    'Agora com {s}.',
    'Por quê?',
    'Inclua {s}.',
    'Não funcionou.',
  ],
};

const LANGUAGES = { es: SPANISH, de: GERMAN, fr: FRENCH, zh: CHINESE, pt: PORTUGUESE };
export type Language = 'en' | keyof typeof LANGUAGES;

/** English for three people in four. */
export function drawLanguage(rng: Rng): Language {
  return rng.chance(0.76) ? 'en' : rng.pick(['es', 'de', 'fr', 'zh', 'pt']);
}

/** A message in that language: what opens a conversation, or what comes later. `wordy` in [0, 1] adds sentences. */
export function foreignText(
  rng: Rng,
  language: keyof typeof LANGUAGES,
  opening: boolean,
  wordy: number,
): string {
  const phrases = LANGUAGES[language];
  const parts = [rng.pick(opening ? phrases.openings : phrases.followUps)];
  for (let more = 0; more < 4; more++) {
    if (rng.chance(wordy * 0.8)) parts.push(rng.pick(rng.chance(0.55) ? phrases.contexts : phrases.wishes));
  }
  return parts
    .join(language === 'zh' ? '' : ' ')
    .replaceAll('{s}', () => rng.pick(phrases.subjects))
    .replaceAll('{n}', () => String(rng.int(2, 60)));
}
