import { randomBytes } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { nodeNetwork } from '../pipeline/node-network.ts';
import { sealRun } from '../pipeline/seal.ts';
import { programVersion } from './program-version.ts';
import type { Terminal } from './terminal.ts';

/** `groundswell seal DIR`: a request for a time stamp on the manifest, and the stamp itself where an authority is named. */
export async function sealCommand(
  folder: string,
  options: { readonly url?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const out = resolve(folder);
  const seal = await sealRun(out, {
    url: options.url ?? null,
    network: nodeNetwork,
    randomBytes: (n) => randomBytes(n),
    version: programVersion(),
  });
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ kind: 'result', ...seal })}\n`);
    return;
  }
  const near = (name: string): string => relative(process.cwd(), join(out, name));
  const send = [
    'nothing was sent; to have it stamped, send the request to an authority that you trust:',
    `  curl -H 'Content-Type: application/timestamp-query' \\`,
    `    --data-binary @${near('manifest.tsq')} AUTHORITY > ${near('manifest.tsr')}`,
    `or: groundswell seal ${relative(process.cwd(), out) || '.'} --url AUTHORITY`,
  ];
  const lines = [
    `SHA-256 of manifest.json`,
    `  ${seal.sha256}`,
    ...(seal.time === null ? send : [`stamped at ${seal.time}: ${near('manifest.tsr')}`]),
    'that the authority signed it is checked with its certificate:',
    `  openssl ts -verify -data ${near('manifest.json')} \\`,
    `    -in ${near('manifest.tsr')} -CAfile AUTHORITY.pem`,
  ];
  terminal.out(`${lines.join('\n')}\n`);
}
