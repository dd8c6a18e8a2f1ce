const QUARTER = 15 * 60_000;
const DAY = 86_400_000;

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
export type ZoneOffsets = (instant: number, timeZone: string) => number;

/**
 * Makes a lookup of zone offsets that remembers each zone and quarter hour: no zone changes its offset within one.
 * @throws RangeError for an unknown IANA zone
 */
export function createZoneOffsets(): ZoneOffsets {
  const zones = new Map<string, { format: Intl.DateTimeFormat; known: Map<number, number> }>();
  return (instant, timeZone) => {
    if (timeZone === 'UTC') return 0;
    let zone = zones.get(timeZone);
    if (zone === undefined) {
      zone = { format: zoneFormat(timeZone), known: new Map() };
      zones.set(timeZone, zone);
    }
    const quarter = Math.floor(instant / QUARTER);
    let offset = zone.known.get(quarter);
    if (offset === undefined) {
      offset = readOffset(zone.format, quarter * QUARTER);
      if (zone.known.size > 500_000) zone.known.clear();
      zone.known.set(quarter, offset);
    }
    return offset;
  };
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
