import { interruptSignal } from './io/interrupt.ts';
import { main } from './main.ts';

// A reader that closes early (`| head`) is not an error of ours, and no reason to leave the work undone.
const readerGone = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'];
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (readerGone.includes(error.code ?? '')) return;
    if (stream === process.stdout) process.stderr.write(`stdout: ${error.message}\n`);
    process.exit(1);
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
