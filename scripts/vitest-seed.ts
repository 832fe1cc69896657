/**
 * Property tests draw the same cases on every machine, so that a red run is red for everybody.
 * `YUNQIAN_FUZZ_SEED=N` draws others (`npm run fuzz` goes through many).
 */
import { configureGlobal, readConfigureGlobal } from 'fast-check';

const asked = process.env.YUNQIAN_FUZZ_SEED;
configureGlobal({ ...readConfigureGlobal(), seed: asked === undefined ? 20_261_124 : Number(asked) });
