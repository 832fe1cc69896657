import { expandFleet, fleetSchema } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../document/kinds.ts';
import { readDocument } from '../document/read-document.ts';
import { writeDocument } from '../document/write-document.ts';
import { estateSchema } from '../estate/schema.ts';
import { policySchema } from '../policy/schema.ts';
import { programmeSchema } from '../waves/schema.ts';
import { templateNames, templates } from './templates.ts';

describe.each(templateNames)('template %s', (name) => {
  it('gives four valid documents and a fleet without findings', () => {
    const documents = templates[name]();
    const estate = estateSchema.parse(documents.estate);
    const fleet = expandFleet(fleetSchema.parse(documents.fleet));
    const programme = programmeSchema.parse(documents.programme);
    policySchema.parse(documents.policy);
    expect(fleet.findings).toEqual([]);
    const systems = new Set(estate.systems.map(({ id }) => id));
    expect(estate.workloads.filter(({ system }) => !systems.has(system ?? ''))).toEqual([]);
    expect(programme.pilot.filter((id) => !systems.has(id))).toEqual([]);
    const links = new Set(fleet.links.map(({ id }) => id));
    expect(programme.links.filter(({ id }) => !links.has(id))).toEqual([]);
  });

  it('reads back without a problem', () => {
    for (const [kind, value] of Object.entries(templates[name]())) {
      const path = `${kind}.yaml`;
      expect(readDocument(writeDocument(value, 'yaml'), { kind: kind as DocumentKind, path }).diagnostics).toEqual([]);
    }
  });
});

it('the minimal template is five systems and one rack', () => {
  const { estate, fleet } = templates.minimal();
  expect(estate.systems?.length).toBe(5);
  expect(expandFleet(fleetSchema.parse(fleet)).racks.length).toBe(1);
});
