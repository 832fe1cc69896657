/// <reference types="node" />
import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from './solution.ts';
import { solve } from './solve.ts';
import type { WorkerReport, WorkerTask } from './worker.node.ts';

const { problem, options } = workerData as WorkerTask;
const port = parentPort!;
const controller = new AbortController();
port.once('message', () => controller.abort());
const send = (report: WorkerReport) => port.postMessage(report);

try {
  const onProgress = (progress: Progress) => send({ progress });
  send({ solution: await solve(problem, { ...options, signal: controller.signal, onProgress }) });
} catch (error) {
  send({ error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) });
}
port.close();
