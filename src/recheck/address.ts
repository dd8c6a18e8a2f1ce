/** Words of a path or host at which services send those who are not logged in. */
const LOGIN =
  /(?:^|[/._-])(?:login|log-in|signin|sign-in|sign_in|auth|authorize|oauth|passport|checkpoint|accounts?)(?=$|[/._?-])/i;

/** Whether an address is where a service asks to log in. */
export function isLogin({ hostname, pathname }: URL): boolean {
  return LOGIN.test(pathname) || /^(?:login|signin|auth|passport|accounts?|id)\./i.test(hostname);
}

/** An address on the web; null where a text is none. Its fragment is taken off: it is not sent. */
export function webAddress(text: string, base?: string): URL | null {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null;
  url.hash = '';
  return url;
}

/**
 * Whether a host is this machine or of its own network by how it is written. Records are written by strangers: an address in them must
 * not make a request within.
 */
export function isInner({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host.includes(':')) return isInnerSix(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isInnerFour(host.split('.').map(Number));
  return (
    !host.includes('.') || /(?:^|\.)(?:localhost|local|internal|lan|home|corp|intranet|arpa)$/i.test(host)
  );
}

function isInnerFour([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
  return (
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

/** All but global addresses (2000::/3); those that stand for addresses of version 4 too. */
function isInnerSix(host: string): boolean {
  return !/^[23][0-9a-f]{3}:/i.test(host) || /^2002:/i.test(host);
}
