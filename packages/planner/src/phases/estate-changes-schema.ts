import { z } from 'zod';
import { estateSchema, systemSchema, tenantSchema, workloadSchema } from '../estate/schema.ts';
import { serviceInstanceSchema } from '../services/schema.ts';

/** Lists of an estate whose entries have an `id`. */
export const keyedLists = ['tenants', 'systems', 'workloads', 'services', 'networks'] as const;
export type KeyedList = (typeof keyedLists)[number];

const { tenants, systems, workloads, services, dependencies, networks, accessPolicies, assumptions } =
  estateSchema.shape;
const ids = z.array(z.string().min(1)).default([]);

/** Fields of a list's entries, none of them needed and none filled in: what is not written stays as it was, null takes a field away. */
function fieldsOf<S extends z.ZodRawShape>({ shape }: z.ZodObject<S>) {
  const { id: _, ...fields } = shape as z.ZodRawShape;
  return z
    .array(
      z.strictObject({
        ids: z.array(z.string().min(1)).min(1),
        set: z.strictObject(
          Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, plain(field).nullable().optional()])),
        ),
      }),
    )
    .default([]);
}

function plain(field: z.core.$ZodType): z.ZodType {
  if (field instanceof z.ZodDefault || field instanceof z.ZodPrefault || field instanceof z.ZodOptional)
    return plain(field.unwrap());
  return field as z.ZodType;
}

/** What becomes of an estate from one phase to the next: entries that come, change and go. */
export const estateChangesSchema = z.strictObject({
  /** Name of the changed estate; default: that of the one before. */
  name: z.string().optional(),
  add: z
    .strictObject({
      tenants,
      systems,
      workloads: workloads.default([]),
      services: services.unwrap().default([]),
      dependencies,
      networks,
      accessPolicies,
      assumptions,
    })
    .prefault({}),
  change: z
    .strictObject({
      tenants: fieldsOf(tenantSchema),
      systems: fieldsOf(systemSchema),
      workloads: fieldsOf(workloadSchema),
      services: fieldsOf(serviceInstanceSchema),
    })
    .prefault({}),
  /** With a system go its workloads and services; with either end goes a dependency. */
  remove: z
    .strictObject({
      tenants: ids,
      systems: ids,
      workloads: ids,
      services: ids,
      networks: ids,
      dependencies: z.array(z.strictObject({ from: z.string(), to: z.string() })).default([]),
      assumptions: z.array(z.strictObject({ subject: z.string(), field: z.string() })).default([]),
    })
    .prefault({}),
});

export type EstateChanges = z.output<typeof estateChangesSchema>;
export type EstateChangesInput = z.input<typeof estateChangesSchema>;
