/** Agreement of two raters beyond chance. */
export interface Kappa {
  /** Share of subjects on which they agree, and the share to be expected by chance. */
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number;
  readonly standardError: number;
}

/**
 * Cohen's kappa (Cohen 1960, A coefficient of agreement for nominal scales), (po - pe) / (1 - pe), with the large-sample
 * standard error of Fleiss, Cohen and Everitt 1969 (also Fleiss, Levin and Paik, Statistical Methods for Rates and
 * Proportions, 2003, ch. 18), which holds for any kappa, not under the hypothesis of none alone.
 * @param table counts by the category of the first rater and of the second; square
 * @returns null without subjects, or where both put all into one category: chance agreement is full then
 */
export function cohensKappa(table: readonly (readonly number[])[]): Kappa | null {
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0) / n);
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + row[j], 0) / n);
  if (n === 0 || rows.some((share, i) => share === 1 && columns[i] === 1)) return null;
  const observed = table.reduce((sum, row, i) => sum + row[i], 0) / n;
  const expected = rows.reduce((sum, share, i) => sum + share * columns[i], 0);
  const kappa = (observed - expected) / (1 - expected);
  let [agreeing, differing] = [0, 0];
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      if (i === j) agreeing += (count / n) * (1 - (rows[i] + columns[i]) * (1 - kappa)) ** 2;
      else differing += (count / n) * (columns[i] + rows[j]) ** 2;
    });
  });
  const spread = agreeing + (1 - kappa) ** 2 * differing - (kappa - expected * (1 - kappa)) ** 2;
  return {
    observed,
    expected,
    kappa,
    // Rounding may bring a spread of zero below it.
    standardError: Math.sqrt(Math.max(0, spread) / n) / (1 - expected),
  };
}
