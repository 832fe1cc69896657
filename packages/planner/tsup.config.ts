import { bundle } from '../../tsup.base.ts';

// `suggest` on its own serves the command line's parser, which must not load the planner.
export default bundle({ entry: ['src/index.ts', 'src/document/suggest.ts'] });
