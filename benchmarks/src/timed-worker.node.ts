import { parentPort, workerData } from 'node:worker_threads';
import { solve } from '@yunqian/scheduler-core';
import { secondsNow, type TimedTask } from './timed-solver.node.ts';

const { problem, options, clock, seconds } = workerData as TimedTask;
const started = secondsNow(clock);
parentPort!.postMessage(await solve(problem, { ...options, clock: () => (secondsNow(clock) - started) / seconds }));
