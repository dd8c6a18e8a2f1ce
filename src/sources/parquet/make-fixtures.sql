-- Written by hand. Run with DuckDB in this folder to make the fixtures anew.
copy (
  select * from (values
    (9007199254740993, 'Свежий хлеб с утра', timestamptz '2024-08-01 06:00:00+00', 'anna', 3, {'city': 'Tver'}, ['a', 'b']),
    (9007199254740994, 'Fresh bread in the morning', timestamptz '2024-08-01 07:00:00+00', null, null, {'city': null}, []),
    (9007199254740995, null, null, 'bo', 0, null, null)
  ) t(id, text, published_at, author, likes, place, tags)
) to 'fixtures/posts-zstd.parquet' (format parquet, compression zstd);
copy (
  select i as id, 'запись номер ' || i as body, date '2024-01-01' + i::integer as day
  from range(5000) r(i)
) to 'fixtures/groups-snappy.parquet' (format parquet, compression snappy, row_group_size 2048);
copy (select 'gzip row' as text, 1722470400 as timestamp) to 'fixtures/gzip.parquet' (format parquet, compression gzip);
