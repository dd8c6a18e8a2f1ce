/** Column and row of a tile. */
type TilePosition = readonly [column: number, row: number];

/** Where the federal subjects of Russia with a code in ISO 3166-2:RU stand: neighbours near each other, north at the top. */
export const RUSSIAN_TILES: Readonly<Record<string, TilePosition>> = placed('RU', [
  '. . . MUR . . . . . . . . . . . . CHU',
  '. . . KR ARK NEN . . . YAN . . . . . MAG KAM',
  '. . SPE LEN VLG KO . . . KHM . . KYA . SA . .',
  'KGD PSK NGR TVE YAR IVA KOS KIR PER SVE TYU TOM KEM IRK . KHA SAK',
  '. SMO KLU MOS MOW VLA NIZ ME UD CHE KGN OMS NVS KK BU AMU YEV',
  '. BRY ORL TUL RYA MO CU TA BA . . ALT AL TY ZAB . PRI',
  '. . KRS LIP TAM PNZ ULY SAM ORE',
  '. . BEL VOR VGG SAR',
  '. . KDA ROS KL AST',
  '. . AD STA CE DA',
  '. . KC KB SE IN',
]);

/** Where the provinces of China with a code in ISO 3166-2:CN stand. */
export const CHINESE_TILES: Readonly<Record<string, TilePosition>> = placed('CN', [
  '. . . . . . HL',
  '. . . . NM LN JL',
  'XJ GS NX SX BJ TJ .',
  'XZ QH SN HA HE SD .',
  '. SC CQ HB AH JS SH',
  '. YN GZ HN JX ZJ .',
  '. . GX GD FJ TW .',
  '. . HI MO HK . .',
]);

/** Drawn only where posts carry the code itself, see `docs/methods/regions.md`. */
export const TILES_IF_CODED: ReadonlySet<string> = new Set(['CN-HK', 'CN-MO', 'CN-TW']);

function placed(country: string, rows: readonly string[]): Record<string, TilePosition> {
  return Object.fromEntries(
    rows.flatMap((row, y) =>
      row.split(' ').flatMap((code, x) => (code === '.' ? [] : [[`${country}-${code}`, [x, y]]])),
    ),
  );
}
