/**
 * Every constant that results of text analysis depend on by chance. Changing one changes the numbers that cases
 * get, so a change belongs in the analysis version.
 */
export const WORD_SEED = 0x2f1b7c4d;
export const PAIR_SEED = 0x51ab9e37;
export const SKETCH_SEEDS: readonly [number, number] = [0x7a3d91c5, 0x1c69b3f1];
export const FRAME_SEEDS: readonly [number, number] = [0x5f3a21c7, 0x1b873593];
export const ITEM_SEED = 0x6b8f03a9;
export const TOPIC_SAMPLE_SEED = 0x2545f491;
