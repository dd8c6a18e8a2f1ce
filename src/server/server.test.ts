import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFinding } from '../report/fixtures/sample-finding.ts';
import { studyTemplate } from '../study/template.ts';
import { ROUTES } from './contract.ts';
import { ORIGIN, OWN, sampleApp } from './fixtures/sample-app.ts';
import { keptFinding } from './kept-result.ts';
import { readPageFiles } from './page-files.ts';
import { serveStudy } from './served-study.ts';
import { openWorkbench } from './workbench.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundswell-serve-'));
  await writeFile(join(folder, 'study.yaml'), studyTemplate('my-study'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const get = async (path: string, app = sampleApp()) => app.request(`${ORIGIN}${path}`, { headers: OWN });

test('each route that reads answers as its schema says', async () => {
  for (const route of [ROUTES.session, ROUTES.finding, ROUTES.beside]) {
    const response = await get(route.path);
    expect(response.status).toBe(200);
    const parsed = route.result.safeParse(await response.json());
    expect([route.path, parsed.error]).toEqual([route.path, undefined]);
  }
});

test('what is seen first comes in each language, and in no other', async () => {
  for (const language of ['en', 'ru', 'zh']) {
    const response = await get(`/api/first-view/${language}`);
    expect(ROUTES.firstView.result.parse(await response.json()).language).toBe(language);
  }
  for (const language of ['xx', 'constructor', '..%2fsession'])
    expect((await get(`/api/first-view/${language}`)).status).toBe(404);
});

test('the interface describes itself: every route, its answer, and how to get in', async () => {
  const document = (await (await get('/api/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { summary: string; responses: object }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).sort()).toEqual(
    [...new Set(Object.values(ROUTES).map(({ path }) => path.replace(/:(\w+)/g, '{$1}')))].sort(),
  );
  for (const operations of Object.values(document.paths))
    for (const operation of Object.values(operations)) expect(operation.summary).toMatch(/\.$/);
});

test('the report is a file to be saved, in every format, and no other', async () => {
  for (const [format, begins] of [
    ['html', '<!doctype html>'],
    ['md', '> '],
    ['json', '{'],
    ['zip', 'PK'],
    ['docx', 'PK'],
  ] as const) {
    const response = await get(`/api/report/${format}`);
    expect(response.headers.get('content-disposition')).toMatch(`attachment; filename="`);
    expect((await response.text()).trimStart().slice(0, begins.length).toLowerCase()).toBe(
      begins.toLowerCase(),
    );
  }
  const missing = await get('/api/report/pdf');
  expect([missing.status, ((await missing.json()) as { code: string }).code]).toEqual([
    409,
    'report/no-browser',
  ]);
  for (const format of ['exe', '..%2f..%2fetc%2fpasswd', '%00'])
    expect((await get(`/api/report/${format}`)).status).toBe(409);
});

test('views are addresses of one page, and files named by their content are kept by the browser', async () => {
  for (const view of ['/', '/overview', '/explore', '/why', '/where', '/claims', '/method'])
    expect(await (await get(view)).text()).toBe('<p>page');
  const asset = await get('/assets/a-1.js');
  expect(asset.headers.get('cache-control')).toContain('immutable');
});

test('with the page comes what to fetch for it: scripts of the view, and the finding where it is shown', async () => {
  const linked = async (view: string, app = sampleApp()) => (await get(view, app)).headers.get('link') ?? '';
  for (const view of ['/', '/overview', '/claims']) {
    expect(await linked(view)).toContain('</assets/a-1.js>; rel=modulepreload');
  }
  expect(await linked('/claims')).toContain('</api/finding>; rel=preload; as=fetch; crossorigin');
  // The overview begins with what is small.
  for (const view of ['/', '/overview']) {
    expect(await linked(view)).toContain('</api/first-view/en>; rel=preload; as=fetch; crossorigin');
    expect(await linked(view)).not.toContain('/api/finding');
  }
  expect(await linked('/code')).not.toContain('/api/finding');
  // A browser complains of what it was told to fetch in vain.
  const workbench = await openWorkbench({
    served: serveStudy({ study: join(folder, 'none.yaml'), out: undefined }),
    ...{ out: folder, now: Date.now, readFinding: keptFinding(), version: '0.0.0', env: {} },
  });
  expect(await linked('/', sampleApp({ workbench }))).not.toContain('/api/finding');
});

test('a study is opened with the finding of its last run; an edit of the study shows', async () => {
  const study = join(folder, 'study.yaml');
  const workbench = await openWorkbench({
    served: serveStudy({ study, out: folder }),
    out: folder,
    now: Date.now,
    readFinding: keptFinding(),
    version: '0.0.0',
    env: {},
  });
  expect(await workbench.session()).toMatchObject({ stage: 'no-finding', title: 'my study', runId: null });
  await writeFile(join(folder, 'finding.json'), JSON.stringify(sampleFinding()));
  expect((await workbench.finding()).study.id).toBe(sampleFinding().study.id);
  const { runId } = sampleFinding().manifest;
  expect(await workbench.session()).toMatchObject({
    stage: 'finding',
    isChanged: true,
    language: 'en',
    runId,
  });
  await rm(join(folder, 'finding.json'));
  const response = await get('/api/finding', sampleApp({ workbench }));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    code: 'report/no-finding',
    hint: expect.stringContaining('run'),
  });
});

test('a folder without a study is served, and a study file that is broken while it is served leaves its finding', async () => {
  const empty = await openWorkbench({
    served: serveStudy({ study: join(folder, 'none.yaml'), out: undefined }),
    out: folder,
    now: Date.now,
    readFinding: keptFinding(),
    version: '0.0.0',
    env: {},
  });
  expect(await empty.session()).toMatchObject({ stage: 'no-study', title: null });
  const study = join(folder, 'broken.yaml');
  await writeFile(study, studyTemplate('my-study'));
  await writeFile(join(folder, 'finding.json'), JSON.stringify(sampleFinding()));
  const workbench = await openWorkbench({
    served: serveStudy({ study, out: folder }),
    out: folder,
    now: Date.now,
    readFinding: keptFinding(),
    version: '0.0.0',
    env: {},
  });
  await writeFile(study, 'id: [');
  expect(await workbench.session()).toMatchObject({ stage: 'finding', isChanged: true });
  await rm(study);
  expect(await workbench.session()).toMatchObject({ stage: 'finding', isChanged: true });
  await writeFile(study, 'id: [');
  await expect(
    openWorkbench({
      served: serveStudy({ study, out: folder }),
      out: undefined,
      now: Date.now,
      readFinding: keptFinding(),
      version: '0.0.0',
      env: {},
    }),
  ).rejects.toThrow();
});

test('a page that was not built says which command builds it', async () => {
  await expect(readPageFiles(folder)).rejects.toMatchObject({
    code: 'server/no-page',
    hint: expect.stringContaining('npm run build'),
  });
});
