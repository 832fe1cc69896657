import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'tsup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solvePortfolio } from '../src/solve/portfolio.ts';
import type { Solution } from '../src/solve/solution.ts';
import { solve } from '../src/solve/solve.ts';
import { solveInWorker } from '../src/solve/worker.node.ts';
import { fleet } from './support/fleet.ts';

const browser = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => name !== undefined && spawnSync(name, ['--version']).status === 0,
);

const PROBLEM = { hosts: 60, workloads: 300, seed: 3 };
const problem = () => fleet(PROBLEM.hosts, PROBLEM.workloads, PROBLEM.seed);
const OPTIONS = { seed: 5, budget: 200_000 };
const THREADS = 3;

/** Solves in the page, in a Web Worker and in several; cancels one; posts what came out. */
const PAGE = `<script type="module">
const send = (body) => fetch('/answer', { method: 'POST', body: JSON.stringify(body) });
try {
  const { solve, solvePortfolio } = await import('/dist/index.js');
  const { solveInWebWorker } = await import('/dist/web-worker.js');
  const problem = await (await fetch('/problem')).json();
  const options = ${JSON.stringify(OPTIONS)};
  const phases = new Set();
  const here = await solve(problem, options);
  const there = await solveInWebWorker(problem, { ...options, onProgress: ({ phase }) => phases.add(phase) });
  const best = await solvePortfolio(problem, options, ${THREADS}, solveInWebWorker);
  const cancelled = await solveInWebWorker(problem, { ...options, signal: AbortSignal.abort() });
  const broken = await solveInWebWorker({}, options).catch(({ message }) => message.split('\\n')[0]);
  const plain = ({ hostOf, ...rest }) => ({ ...rest, hostOf: [...hostOf] });
  await send({ here: plain(here), there: plain(there), best: plain(best), cancelled: cancelled.status, phases: [...phases], broken });
} catch (error) {
  await send({ error: String(error?.stack ?? error) });
}
</script>`;

/** As it comes over the wire. */
const plain = ({ hostOf, ...rest }: Solution) => JSON.parse(JSON.stringify({ ...rest, hostOf: [...hostOf] }));

describe.skipIf(browser === undefined)('in a browser', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'yunqian-web-'));
  let server: Server;
  let child: ChildProcess | undefined;
  let answer: Promise<Record<string, never>>;

  beforeAll(async () => {
    await build({
      config: false,
      silent: true,
      entry: {
        index: resolve(import.meta.dirname, '../src/index.ts'),
        'web-worker': resolve(import.meta.dirname, '../src/solve/web-worker.ts'),
        'web-worker-entry': resolve(import.meta.dirname, '../src/solve/web-worker-entry.ts'),
      },
      format: ['esm'],
      platform: 'browser',
      outDir: join(scratch, 'dist'),
    });
    answer = new Promise((done) => {
      server = createServer((request, response) => {
        const path = request.url!;
        const reply = (type: string, body: string | Buffer) =>
          response.setHeader('content-type', type).setHeader('cache-control', 'no-store').end(body);
        if (path === '/') reply('text/html', PAGE);
        else if (path === '/problem') reply('application/json', JSON.stringify(problem()));
        else if (/^\/dist\/[\w.-]+\.js$/.test(path)) reply('text/javascript', readFileSync(join(scratch, path)));
        else if (path === '/answer') {
          let body = '';
          request.on('data', (part) => {
            body += part;
          });
          request.on('end', () => {
            response.end();
            done(JSON.parse(body));
          });
        } else response.writeHead(404).end();
      });
    });
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    const { port } = server.address() as AddressInfo;
    child = spawn(
      browser!,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        `--user-data-dir=${join(scratch, 'profile')}`,
        '--remote-debugging-port=0',
        `http://127.0.0.1:${port}/`,
      ],
      { stdio: 'ignore' },
    );
  });

  afterAll(async () => {
    if (child) {
      const ended = new Promise((done) => child!.once('exit', done));
      child.kill();
      await ended;
    }
    server.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  it('solves alike in the page, in a Web Worker, in several and in the threads of Node', async () => {
    const { error, here, there, best, cancelled, phases, broken } = await answer;
    expect(error).toBeUndefined();
    const own = plain(await solve(problem(), OPTIONS));
    expect(here).toEqual(own);
    expect(there).toEqual(own);
    expect(best).toEqual(plain(await solvePortfolio(problem(), OPTIONS, THREADS, solveInWorker)));
    expect(cancelled).toBe('cancelled');
    expect(phases).toEqual(expect.arrayContaining(['compile', 'construct', 'done']));
    expect(broken).toMatch(/^solving in a Web Worker failed: /);
  });
});
