const QUARTER = 15 * 60_000;
const DAY = 86_400_000;

/** Days remembered of each zone; senseless dates would fill the memory. */
const MOST_DAYS = 100_000;

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
export type ZoneOffsets = (instant: number, timeZone: string) => number;

/**
 * Makes a lookup of zone offsets that remembers each zone and UTC day, and within a day on which the clocks change each
 * quarter hour: no zone changes its offset within one, and none changes it and back within a day.
 * @throws RangeError for an unknown IANA zone
 */
export function createZoneOffsets(): ZoneOffsets {
  const zones = new Map<string, Zone>();
  return (instant, timeZone) => {
    if (timeZone === 'UTC') return 0;
    let zone = zones.get(timeZone);
    if (zone === undefined) {
      zone = { format: zoneFormat(timeZone), days: new Map(), quarters: new Map() };
      zones.set(timeZone, zone);
    }
    const day = Math.floor(instant / DAY);
    let offset = zone.days.get(day);
    if (offset === undefined) {
      const first = readOffset(zone.format, day * DAY);
      offset = first === readOffset(zone.format, (day + 1) * DAY) ? first : null;
      if (zone.days.size > MOST_DAYS) zone.days.clear();
      zone.days.set(day, offset);
    }
    return offset ?? quarterOffset(zone, Math.floor(instant / QUARTER));
  };
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Milliseconds; null = the clocks change on this day. */
  readonly days: Map<number, number | null>;
  readonly quarters: Map<number, number>;
}

function quarterOffset(zone: Zone, quarter: number): number {
  let offset = zone.quarters.get(quarter);
  if (offset === undefined) {
    offset = readOffset(zone.format, quarter * QUARTER);
    zone.quarters.set(quarter, offset);
  }
  return offset;
}

/** The local day of an instant: whole days since 1970-01-01. */
export function localDay(instant: number, offset: number): number {
  return Math.floor((instant + offset) / DAY);
}

function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
