/** Width of a roll-up bin: a quarter of an hour divides every zone offset in use. */
export const BIN_US = 15 * 60 * 1_000_000;
