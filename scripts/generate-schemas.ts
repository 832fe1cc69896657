/** Writes the JSON Schemas of all documents to docs/reference/schemas, where the examples and editors find them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { documentKinds, jsonSchema } from '@yunqian/planner';

const folder = new URL('../docs/reference/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const kind of documentKinds) {
  writeFileSync(new URL(`${kind}.schema.json`, folder), `${JSON.stringify(jsonSchema(kind), null, 2)}\n`);
}
