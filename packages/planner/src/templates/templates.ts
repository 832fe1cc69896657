import type { FleetInput } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';
import type { PolicyInput } from '../policy/schema.ts';
import { shenzhenEstate } from '../shenzhen/estate.ts';
import { shenzhenFleet } from '../shenzhen/fleet.ts';
import { shenzhenPhase2Estate, shenzhenPhase2Fleet, shenzhenPhase2Policy } from '../shenzhen/phase-2.ts';
import { shenzhenPhase3Estate, shenzhenPhase3Fleet, shenzhenPhase3Policy } from '../shenzhen/phase-3.ts';
import { shenzhenPhases } from '../shenzhen/phases.ts';
import { shenzhenPolicy } from '../shenzhen/policy.ts';
import { shenzhenProgramme } from '../shenzhen/programme.ts';
import type { ProgrammeInput } from '../waves/schema.ts';
import { minimalEstate, minimalFleet, minimalPolicy, minimalProgramme } from './minimal.ts';

/** A set of documents to start from, by kind. */
export interface TemplateDocuments {
  readonly estate: EstateInput;
  readonly fleet: FleetInput;
  readonly policy: PolicyInput;
  readonly programme: ProgrammeInput;
}

export const templateNames = ['minimal', 'shenzhen', 'shenzhen-phase-2', 'shenzhen-phase-3'] as const;
export type Template = (typeof templateNames)[number];

export const templates: Readonly<Record<Template, () => TemplateDocuments>> = {
  minimal: () => ({
    estate: minimalEstate(),
    fleet: minimalFleet(),
    policy: minimalPolicy(),
    programme: minimalProgramme(),
  }),
  shenzhen: () => ({
    estate: shenzhenEstate(),
    fleet: shenzhenFleet(),
    policy: shenzhenPolicy(),
    programme: shenzhenProgramme(),
  }),
  'shenzhen-phase-2': () => ({
    estate: shenzhenPhase2Estate(),
    fleet: shenzhenPhase2Fleet(),
    policy: shenzhenPhase2Policy(),
    programme: shenzhenProgramme(),
  }),
  'shenzhen-phase-3': () => ({
    estate: shenzhenPhase3Estate(),
    fleet: shenzhenPhase3Fleet(),
    policy: shenzhenPhase3Policy(),
    programme: shenzhenProgramme(),
  }),
};

/** The files of a template: its documents, and those of the later phases where it has any. */
export function templateFiles(name: Template): { path: string; value: { readonly kind: string } }[] {
  const own = Object.entries(templates[name]()).map(([kind, value]) => ({ path: `${kind}.yaml`, value }));
  if (name !== 'shenzhen') return own;
  return [
    ...own,
    { path: 'phases.yaml', value: shenzhenPhases() },
    { path: 'phase-2/fleet.yaml', value: shenzhenPhase2Fleet() },
    { path: 'phase-2/policy.yaml', value: shenzhenPhase2Policy() },
    { path: 'phase-3/fleet.yaml', value: shenzhenPhase3Fleet() },
    { path: 'phase-3/policy.yaml', value: shenzhenPhase3Policy() },
  ];
}
