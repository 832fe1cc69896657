/// <reference types="node" />
import { parentPort, workerData } from 'node:worker_threads';
import { runTask } from './worker-task.ts';

const port = parentPort!;
const controller = new AbortController();
port.once('message', () => controller.abort());
await runTask(workerData, controller.signal, (report) => port.postMessage(report));
port.close();
