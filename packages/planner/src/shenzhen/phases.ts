import { diffEstates } from '../phases/diff-estates.ts';
import type { PhasesInput } from '../phases/schema.ts';
import { shenzhenEstate } from './estate.ts';
import { shenzhenPhase2Estate } from './phase-2.ts';
import { shenzhenPhase3Estate } from './phase-3.ts';

const note = [
  'The three phases of the reference case. PUBLISHED: nine months from early 2019 for the first; what each phase brings.',
  'ASSUMED: the first days of the second and the third.',
].join('\n');

/** The phases of the reference estate, each by what it changes; its files are those of the template. Always the same bytes. */
export function shenzhenPhases(): PhasesInput {
  const [first, second, third] = [shenzhenEstate(), shenzhenPhase2Estate(), shenzhenPhase3Estate()] as const;
  return {
    kind: 'phases',
    formatVersion: '1.0',
    name: 'shenzhen',
    note,
    phases: [
      {
        id: 'phase-1',
        name: 'One site',
        nameZh: '单中心',
        from: '2019-10-01',
        fleet: 'fleet.yaml',
        policy: 'policy.yaml',
        estate: 'estate.yaml',
        programme: 'programme.yaml',
      },
      {
        id: 'phase-2',
        name: 'Two active-active sites in the city',
        nameZh: '同城双活',
        from: '2020-07-01',
        fleet: 'phase-2/fleet.yaml',
        policy: 'phase-2/policy.yaml',
        changes: diffEstates(first, second),
      },
      {
        id: 'phase-3',
        name: 'Remote third site, AI and blockchain',
        nameZh: '异地灾备、人工智能与区块链',
        from: '2021-07-01',
        fleet: 'phase-3/fleet.yaml',
        policy: 'phase-3/policy.yaml',
        changes: diffEstates(second, third),
      },
    ],
  };
}
