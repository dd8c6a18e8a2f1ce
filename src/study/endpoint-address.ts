/** Why posts may not be sent to an address, with what to do; null where they may. The address is not repeated. */
export function addressProblem(
  written: string,
): { readonly problem: string; readonly remedy: string } | null {
  if (!URL.canParse(written))
    return { problem: 'it is no address', remedy: 'write one such as http://127.0.0.1:11434/v1' };
  const url = new URL(written);
  if (url.username !== '' || url.password !== '')
    return {
      problem: 'it holds a name or password',
      remedy: 'put the key in an environment variable and name that under keyVariable',
    };
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname))) return null;
  if (url.protocol !== 'http:')
    return { problem: `${url.protocol} is neither https: nor http:`, remedy: 'use an https address' };
  return {
    problem: `http to ${url.host} would send posts and the key unencrypted over a network`,
    remedy: 'use https, or a tunnel that ends on this machine: ssh -L 8080:localhost:8080 host',
  };
}

function isThisMachine(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
