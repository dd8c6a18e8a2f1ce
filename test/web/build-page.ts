import { build } from 'vite';

/** Builds the page as it is published into a folder. */
export async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: 'web/vite.config.ts',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
}
