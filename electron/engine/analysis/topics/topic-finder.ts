import { Scanner } from '../templates/scanner.ts';
import { type Centres, clusterTexts, nearestCentre, type SparseTexts } from './spherical-k-means.ts';
import { TermCounter, termsOf, Vocabulary } from './vocabulary.ts';

/** Texts that topics are learned from; more of a random order do not change them much. */
export const LEARN_TEXTS = 20_000;
export const MOST_TOPICS = 64;
/** A text less like every topic than this belongs to none. */
const LEAST_LIKENESS = 0.08;
const LABEL_TERMS = 3;
const STEM = 5;

export interface Topic {
  /** Two or three terms that set it apart, such as 'integral, derivative, limit'; '' never. */
  readonly label: string;
  /** Learned texts in it. */
  readonly learned: number;
}

/**
 * Computes topics of texts that come without any: learn the first LEARN_TEXTS texts, `train()` once, then
 * `topicOf` any text. Texts must come in the order of a hash of their own, so that the first are a random sample
 * and nothing depends on the order of import. Terms are words (pairs of characters in scripts without spaces)
 * weighted by rarity; topics are spherical k-means clusters, k growing with the texts up to MOST_TOPICS. They are
 * lexical: texts in two languages on one subject are two topics.
 */
export class TopicFinder {
  topics: readonly Topic[] = [];
  private readonly scanner = new Scanner();
  private counter = new TermCounter();
  private learned: Uint32Array[] = [];
  private vocabulary: Vocabulary | undefined;
  private centres: Centres = { k: 0, weights: new Float32Array(0) };
  /** Topic, from 1, of each centre. */
  private number = new Uint8Array(0);
  private scores = new Float64Array(0);
  /** The last text, by its number, that had each term. */
  private lastText = new Uint32Array(0);
  private texts = 0;
  private readonly one: SparseTexts = {
    from: new Uint32Array(2),
    terms: new Uint32Array(512),
    values: new Float32Array(512),
  };

  /** Whether more texts are wanted. */
  learn(text: string): boolean {
    if (this.learned.length >= LEARN_TEXTS) return false;
    this.scanner.scan(text);
    this.learned.push(this.counter.learn(this.scanner));
    return this.learned.length < LEARN_TEXTS;
  }

  /** Finds the topics; takes a second or two for LEARN_TEXTS texts. */
  train(): void {
    const vocabulary = new Vocabulary(this.counter);
    const texts = vectorize(this.learned, vocabulary);
    const k = topicCount(this.learned.length, texts);
    this.vocabulary = vocabulary;
    this.centres = clusterTexts(texts, vocabulary.terms.length, k);
    this.scores = new Float64Array(k);
    this.lastText = new Uint32Array(vocabulary.terms.length);
    const sizes = new Uint32Array(k);
    for (let i = 0; i < this.learned.length; i++) {
      const centre = nearestCentre(texts, i, this.centres, this.scores);
      if (centre >= 0 && this.scores[centre] >= LEAST_LIKENESS) sizes[centre]++;
    }
    const labels = labelCentres(this.centres, vocabulary);
    const order = Array.from(sizes.keys()).sort(
      (a, b) => sizes[b] - sizes[a] || (labels[a] < labels[b] ? -1 : 1),
    );
    this.number = new Uint8Array(k);
    order.forEach((centre, at) => {
      this.number[centre] = at + 1;
    });
    this.topics = order.map((centre) => ({ label: labels[centre], learned: sizes[centre] }));
    this.counter = new TermCounter();
    this.learned = [];
  }

  /** Topic of a text, 1-based index into `topics`; 0 where its words do not tell. */
  topicOf(text: string): number {
    const { vocabulary, one } = this;
    if (!vocabulary || this.centres.k === 0) return 0;
    this.scanner.scan(text);
    const own = ++this.texts;
    let count = 0;
    let norm = 0;
    termsOf(this.scanner, (hash) => {
      const term = vocabulary.find(hash);
      if (term < 0 || this.lastText[term] === own) return;
      this.lastText[term] = own;
      one.terms[count] = term;
      one.values[count++] = vocabulary.weight[term];
      norm += vocabulary.weight[term] ** 2;
    });
    one.from[1] = count;
    for (let at = 0; at < count; at++) one.values[at] /= Math.sqrt(norm);
    const centre = nearestCentre(one, 0, this.centres, this.scores);
    return centre < 0 || this.scores[centre] < LEAST_LIKENESS ? 0 : this.number[centre];
  }
}

function vectorize(learned: readonly Uint32Array[], vocabulary: Vocabulary): SparseTexts {
  const from = new Uint32Array(learned.length + 1);
  const most = learned.reduce((sum, { length }) => sum + length, 0);
  const terms = new Uint32Array(most);
  const values = new Float32Array(most);
  let used = 0;
  learned.forEach((hashes, i) => {
    const own = Array.from(hashes, (hash) => vocabulary.find(hash)).filter((term) => term >= 0);
    let norm = 0;
    for (const term of own) norm += vocabulary.weight[term] ** 2;
    for (const term of own) {
      terms[used] = term;
      values[used++] = vocabulary.weight[term] / Math.sqrt(norm);
    }
    from[i + 1] = used;
  });
  return { from, terms, values };
}

function topicCount(learned: number, { from }: SparseTexts): number {
  let filled = 0;
  for (let i = 0; i < learned; i++) if (from[i + 1] > from[i]) filled++;
  return Math.min(MOST_TOPICS, Math.ceil(Math.sqrt(filled / 5)));
}

/** Terms that weigh most in a centre and least in the others; inflections of one word only once. */
function labelCentres({ k, weights }: Centres, vocabulary: Vocabulary): string[] {
  const mean = vocabulary.terms.map((_, term) => {
    let sum = 0;
    for (let c = 0; c < k; c++) sum += weights[term * k + c];
    return sum / k;
  });
  return Array.from({ length: k }, (_, c) => {
    const scored: [number, number][] = [];
    for (let term = 0; term < mean.length; term++) {
      const weight = weights[term * k + c];
      if (weight > 0) scored.push([term, weight * Math.log(1 + weight / mean[term])]);
    }
    scored.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    const label: string[] = [];
    for (const [term] of scored) {
      const word = vocabulary.terms[term];
      if (label.some((other) => other.slice(0, STEM) === word.slice(0, STEM))) continue;
      label.push(word);
      if (label.length === LABEL_TERMS) break;
    }
    return label.join(', ') || `topic ${c + 1}`;
  });
}

/** Topics of that many texts, and the topic of each, 0 for none; see `TopicFinder` for the order they must have. */
export function findTopics(
  texts: { readonly count: number; text(place: number): string },
  onText: (done: number) => void = () => {},
): { readonly topics: readonly Topic[]; readonly topic: Uint8Array } {
  const finder = new TopicFinder();
  onText(0);
  for (let place = 0; place < texts.count; place++) if (!finder.learn(texts.text(place))) break;
  finder.train();
  const topic = new Uint8Array(texts.count);
  for (let place = 0; place < texts.count; place++) {
    onText(place);
    topic[place] = finder.topicOf(texts.text(place));
  }
  return { topics: finder.topics, topic };
}
