import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TextEncoding } from '../../../shared/contract/imports.ts';
import { fileWith } from '../support.ts';
import { outcomeOf } from './outcome-of.ts';

// Collections of awkward files that are too large, or not ours, to keep in the repository. They are looked for
// beside the checkout, or where STILLWATCH_NASTY says; without them these tests are skipped.
const FOLDER = process.env.STILLWATCH_NASTY ?? resolve(import.meta.dirname, '../../../../shared/data/nasty');
const folder = (name: string) => join(FOLDER, name);

/** The tests of one collection; without it, one that says so. */
function collection(name: string, tests: () => void): void {
  if (existsSync(folder(name))) describe(name, tests);
  else test(name, ({ skip }) => skip('It is neither beside this checkout nor where STILLWATCH_NASTY says.'));
}

/**
 * Outcomes of the files whose expectation is told in words, or for which another is better, with the reason.
 * Whoever meets another outcome has to change this table, or the importer.
 */
const OUTCOMES: Readonly<Record<string, readonly [outcome: string, why: string]>> = {
  'enc_latin1.csv': ['NOT_A_LOG', 'the encoding is never guessed; with one chosen see below'],
  'enc_windows1252_smart.csv': ['NOT_A_LOG', 'the encoding is never guessed; with one chosen see below'],
  'enc_shift_jis.csv': ['NOT_A_LOG', 'the encoding is never guessed; with one chosen see below'],
  'enc_mixed_utf8_then_latin1.csv': ['2 rows, 1 refused', 'the one line that is no UTF-8'],
  'enc_utf8_cut_mid_char.csv': ['3 rows, 1 refused', 'the last record, cut inside a character'],
  'enc_surrogate_wtf8.csv': ['1 rows, 1 refused', 'half a character is no UTF-8'],
  'nul_bytes.csv': ['1 rows', 'a NUL is a character of the cell'],
  'trailing_total_row.csv': ['4 rows', 'the total is refused later, since it names no account'],
  'header_dup_cols.csv': ['1 rows', 'the second name gets a number, and a warning says so'],
  'header_missing.csv': ['NOT_A_LOG', 'a sentence says that a header line is missing'],
  'header_blank_and_space.csv': ['1 rows', 'names are trimmed, the nameless column is numbered'],
  'ragged_short_long.csv': ['3 rows, 2 refused', 'too few and too many cells'],
  'quote_unclosed.csv': ['3 rows, 1 refused', 'the quote costs its own line alone'],
  'quote_stray.csv': ['1 rows', 'a quote inside a cell is a character'],
  'quote_backslash_escape.csv': ['1 rows', 'found out by the oddly placed quotes'],
  'cols_5000.csv': ['1 rows', 'columns without a field are no columns of a table'],
  'formula_injection.csv': ['8 rows', 'verbatim'],
  'html_injection.csv': ['3 rows', 'verbatim'],
  'bidi_and_homoglyph.csv': ['4 rows', 'verbatim'],
  'proto_pollution.ndjson': ['2 rows', 'keys never become properties'],
  'csv_column_named_proto.csv': ['1 rows', 'cells have positions, not names'],
  'numbers_zoo.csv': ['18 rows', 'texts are kept where a number does not give them back'],
  'ids_excel_mangled.csv': ['3 rows', 'a warning names the column'],
  'ip_zoo.csv': ['NOT_A_LOG', 'one column is no log: a request has a time and an account'],
  'ndjson_blank_and_bad.ndjson': ['11 rows, 7 refused', 'blank lines are no records'],
  'json_truncated.json': ['2 rows, 1 refused', 'the second record is cut'],
  'json_deep_5000.json': ['NOT_A_LOG', 'no record above the depth limit'],
  'json_ps_utf8bom_wrapped_message.json': ['1 rows', 'the record in "events"'],
  'dups_exact_and_near.csv': ['6 rows', 'told apart when they are stored'],
  'append_part1.csv': ['3 rows', 'all new'],
  'append_part2_overlap.csv': ['3 rows', 'told apart when they are stored'],
  'empty.csv': ['NOT_A_LOG', 'nothing in it'],
  'whitespace_only.csv': ['NOT_A_LOG', 'no header: better said than imported as nothing'],
  'binary_png_named.csv': ['NOT_A_LOG', 'a picture'],
  'xlsx_named.csv': ['SOURCE_DAMAGED', 'the head of a zip archive and nothing behind it'],
  'html_login_page.csv': ['NOT_A_LOG', 'a web page'],
  'gz_named_csv.csv': ['3 rows', 'told by its bytes, not by its name'],
  'gz_truncated.csv.gz': ['SOURCE_DAMAGED', 'cut short'],
  'gz_bad_crc.csv.gz': ['SOURCE_DAMAGED', 'wrong checksum'],
  'gz_bomb_100mb.csv.gz': ['NOT_A_LOG', 'its beginning is no table, so the rest is never unpacked'],
  'zst_two_frames_skippable.csv.zst': ['7 rows', 'frames are joined: the second header line is a record'],
  'zst_truncated.csv.zst': ['SOURCE_DAMAGED', 'cut short'],
  'zip_two_csv.zip': ['NOT_A_LOG', 'two tables with different columns are imported one by one'],
  'zip_slip.zip': ['3 rows; 1 entries not taken', 'the path outside the archive is refused'],
  'zip_abs_and_backslash.zip': ['NOT_A_LOG', 'every name is a path outside the archive'],
  'zip_dup_names.zip': ['NOT_A_LOG', 'which of the two is meant is not known'],
  'zip_nested.zip': ['NOT_A_LOG', 'archives in archives are not opened'],
  'zip_bomb_50mb.zip': ['SOURCE_DAMAGED', 'packed beyond what logs pack to'],
  'zip_macosx_junk.zip': ['3 rows', "a system's own files are passed over"],
};

collection('handmade', () => {
  const expected = readFileSync(folder('handmade/EXPECT.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [file: string, expectation: string]);

  test.each(expected)('%s: %s', async (file, expectation) => {
    const rows = /^(\d+) rows?\b/.exec(expectation)?.[1];
    const wanted = OUTCOMES[file]?.[0] ?? `${rows} rows`;
    expect(await outcomeOf(join(folder('handmade'), file))).toBe(wanted);
  });

  test.each([
    ['enc_latin1.csv', 'iso-8859-1', '2 rows'],
    ['enc_windows1252_smart.csv', 'windows-1252', '1 rows'],
    ['enc_shift_jis.csv', 'shift_jis', '1 rows'],
  ] as const)('%s, read as %s', async (file, encoding: TextEncoding, wanted) => {
    expect(await outcomeOf(join(folder('handmade'), file), encoding)).toBe(wanted);
  });
});

collection('csv-spectrum', () => {
  const names = readdirSync(folder('csv-spectrum/csvs')).map((file) => file.slice(0, -4));

  test.each(names)('%s has as many records as its JSON', async (name) => {
    const records = JSON.parse(readFileSync(folder(`csv-spectrum/json/${name}.json`), 'utf8'));
    // One of the twelve gives a single object.
    const count = Array.isArray(records) ? records.length : 1;
    expect(await outcomeOf(folder(`csv-spectrum/csvs/${name}.csv`))).toBe(`${count} rows`);
  });
});

collection('JSONTestSuite', () => {
  const files = readdirSync(folder('JSONTestSuite/test_parsing'));
  const content = (file: string) => readFileSync(folder(`JSONTestSuite/test_parsing/${file}`));
  // A log holds objects, so each text is tried as the value of one.
  const wrapped = (file: string) =>
    outcomeOf(fileWith(Buffer.concat([Buffer.from('[{"v":'), content(file), Buffer.from('}]')]), file));

  test.each(files.filter((file) => file.startsWith('y_')))('%s is taken', async (file) => {
    expect(await wrapped(file)).toBe('1 rows');
  });

  test.each(files.filter((file) => file.startsWith('n_')))('%s is refused', async (file) => {
    expect(await wrapped(file)).toMatch(/refused|^NOT_A_LOG$/);
  });

  test('what may be taken or refused, and every file as it is, never ends in a crash', async () => {
    for (const file of files) {
      expect(await outcomeOf(folder(`JSONTestSuite/test_parsing/${file}`))).toMatch(/rows|^NOT_A_LOG$/);
      if (file.startsWith('i_')) expect(await wrapped(file)).toMatch(/rows|^NOT_A_LOG$/);
    }
  });
});
