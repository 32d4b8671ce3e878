import { scramble } from '../templates/hash.ts';
import { TOPIC_SAMPLE_SEED } from '../templates/seeds.ts';

/** A stream of numbers in [0, 1), the same in every run. */
export class TopicRandom {
  private state = TOPIC_SAMPLE_SEED;

  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    return scramble(this.state) / 4_294_967_296;
  }
}
