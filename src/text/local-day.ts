const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Makes a function from a UTC instant to the local day: whole days since 1970-01-01 in an IANA zone.
 * Offsets are looked up once per zone and quarter hour: every zone's offset changes on a quarter hour at the finest.
 *
 */
export function createLocalDay(): (instant: number, timeZone: string) => number {
  const zones = new Map<string, { format: Intl.DateTimeFormat; offsets: Map<number, number> }>();
  return (instant, timeZone) => {
    if (timeZone === 'UTC') return Math.floor(instant / DAY);
    let zone = zones.get(timeZone);
    if (zone === undefined) {
      const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      });
      zone = { format, offsets: new Map() };
      zones.set(timeZone, zone);
    }
    const quarter = Math.floor(instant / (HOUR / 4));
    let offset = zone.offsets.get(quarter);
    if (offset === undefined) {
      offset = zoneOffset(zone.format, quarter * (HOUR / 4));
      if (zone.offsets.size > 500_000) zone.offsets.clear();
      zone.offsets.set(quarter, offset);
    }
    return Math.floor((instant + offset) / DAY);
  };
}

function zoneOffset(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) - instant;
}
