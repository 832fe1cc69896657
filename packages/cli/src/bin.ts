#!/usr/bin/env node
import { interruptSignal } from './io/interrupt.ts';
import { main } from './main.ts';

// A reader that closes early (`| head`) is not an error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'EIO') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

const interrupt = interruptSignal();
process.exitCode = await main(
  process.argv.slice(2),
  {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    nodeVersion: process.versions.node,
  },
  interrupt.signal,
);
interrupt.release();
