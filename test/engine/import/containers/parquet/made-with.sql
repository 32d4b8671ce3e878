-- The files beside this one were written by DuckDB 1.5, run in this folder.

COPY (
  SELECT
    i::utinyint AS u8, (i - 2)::tinyint AS i8,
    CASE WHEN i = 1 THEN NULL ELSE (9223372036854775807 - i)::bigint END AS i64,
    (18446744073709551615 - i)::ubigint AS u64, (4294967295 - i)::uinteger AS u32,
    (i * 1.01 - 2)::decimal(4, 2) AS d4, (i * 123456789.123 - 200000000)::decimal(18, 3) AS d18,
    ('-1234567890123456789012345678' || i)::decimal(38, 7) AS d38,
    (0.1::float + i) AS f32, 0.1::double + i AS f64, i % 2 = 0 AS b,
    timestamp '2026-05-04 01:02:03.123456' + interval (i) second AS ts_us,
    timestamptz '2026-05-04 01:02:03.123456+00' + interval (i) second AS tz,
    timestamp_ns '2026-05-04 01:02:03.123456789' AS ts_ns, timestamp_ms '1969-05-04 01:02:03.120' AS ts_ms,
    date '2026-05-04' + i::int AS d, time '01:02:03.5' AS t,
    interval 3 month + interval 2 day + interval 1500 millisecond AS iv,
    ('00000000-0000-0000-0000-00000000000' || i)::uuid AS id,
    'té' || chr(10) || i AS s, '\x00\xFF'::blob AS bl, 'plain'::blob AS bl2,
    [i, NULL, 3] AS l, [[1, 2], []::int[], NULL] AS ll, CASE WHEN i = 2 THEN NULL ELSE [] END::int[] AS le,
    {'a': i, 'b': {'c': 'x"' || i, 'd': NULL::int}, 'l': [{'q': 1.50::decimal(5, 2), 'w': timestamp '2026-01-01'}, NULL]} AS st,
    CASE WHEN i = 1 THEN NULL ELSE {'k': i} END AS sn,
    map {'__proto__': i, 'b': NULL} AS m, map {1: ['x']} AS mi, map {{'z': 1}: 2} AS ms, 'e1'::enum('e1', 'e2') AS en
  FROM range(3) r(i)
) TO 'types.parquet' (FORMAT parquet, COMPRESSION snappy);

COPY (
  SELECT timestamptz '2026-05-04 00:00:00+00' + interval (i) second AS timestamp, 'ac_' || (i % 50) AS account_id,
    'req' || (i * 7) AS request_id, i::int AS input_tokens, i::bigint * 7 AS wide,
    CASE WHEN i % 3 = 0 THEN NULL ELSE i / 4 END AS score, i % 2 = 0 AS flag, [i, i + 1] AS pair, {'n': i} AS s
  FROM range(5000) r(i)
) TO 'pages-v2.parquet' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION V2, ROW_GROUP_SIZE 2048, DICTIONARY_SIZE_LIMIT 10);

-- And the same with gzip, brotli, lz4_raw and uncompressed:
COPY (SELECT i AS n, 'value ' || i AS s FROM range(100) r(i)) TO 'codec-gzip.parquet' (FORMAT parquet, COMPRESSION gzip);
