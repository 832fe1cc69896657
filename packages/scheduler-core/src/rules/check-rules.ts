import { type IssueCode, MAX_QUANTITY, type Report } from '../problem/issue.ts';
import type { Problem } from '../problem/problem.ts';
import { rules } from './registry.ts';
import type { Rule, ValueSchema, ValueType } from './rule.ts';
import { modifiersSchema } from './support/modifiers.ts';

/** Troubles in the problem's rules: unknown kinds, options and ids, and values that the schemas do not allow. */
export function checkRules(problem: Problem, report: Report): void {
  const ids = {
    dimension: new Set(problem.dimensions),
    level: new Set(['host', ...problem.levels]),
    group: new Set(problem.groups.map(({ id }) => id)),
  };
  problem.rules.forEach((spec, index) => {
    const path = `/rules/${index}`;
    if (!Object.hasOwn(rules, spec.kind)) {
      report(`${path}/kind`, 'unknown-kind', `there is no rule ${JSON.stringify(spec.kind)}`);
      return;
    }
    const { properties, required } = optionsOf(rules[spec.kind]);
    let sound = true;
    const reportUnsound: Report = (...issue) => {
      sound = false;
      report(...issue);
    };
    for (const name of required) {
      if (!Object.hasOwn(spec, name)) reportUnsound(path, 'option', `${spec.kind} needs ${name}`);
    }
    for (const [name, value] of Object.entries(spec)) {
      if (value === undefined) continue;
      const at = `${path}/${escapePointer(name)}`;
      if (Object.hasOwn(properties, name)) checkValue(properties[name]!, value, at, ids, reportUnsound);
      else reportUnsound(at, 'option', `${spec.kind} has no option ${JSON.stringify(name)}`);
    }
    const message = sound && rules[spec.kind].fault?.(spec, problem);
    if (message) report(path, 'option', message);
  });
}

/** A rule's own options with the modifiers, narrowed to the modes and times that it takes. */
function optionsOf({ schema, modes, whens }: Rule): { properties: Record<string, ValueSchema>; required: string[] } {
  const { properties, required = [] } = modifiersSchema;
  const mode = modes && { ...properties.mode, enum: modes };
  const when = whens && { ...properties.when, enum: whens };
  return {
    properties: { ...properties, ...(mode && { mode }), ...(when && { when }), ...schema.properties },
    required: [...required, ...(modes?.includes('hard') === false ? ['mode'] : []), ...(schema.required ?? [])],
  };
}

type Ids = Readonly<Record<NonNullable<ValueSchema['refersTo']>, ReadonlySet<string>>>;

function checkValue(schema: ValueSchema, value: unknown, path: string, ids: Ids, report: Report): void {
  const refuse = (message: string) => report(path, 'option', message);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => IS_TYPE[type](value))) {
    refuse(`${JSON.stringify(value)} is not ${types.map((type) => TYPE_NAMES[type]).join(' or ')}`);
  } else if (schema.enum && !schema.enum.includes(value as string)) {
    refuse(`${JSON.stringify(value)} is none of ${schema.enum.join(', ')}`);
  } else if (typeof value === 'string') {
    const { minLength = 0, refersTo } = schema;
    if (value.length < minLength) refuse('must not be empty');
    if (refersTo && !ids[refersTo].has(value)) {
      report(path, UNKNOWN[refersTo], `${refersTo} ${JSON.stringify(value)} does not exist`);
    }
  } else if (typeof value === 'number') {
    const { minimum, exclusiveMinimum } = schema;
    if (minimum !== undefined && value < minimum) refuse(`${value} is below ${minimum}`);
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
      refuse(`${value} is not above ${exclusiveMinimum}`);
  } else if (isList(value)) {
    if (schema.uniqueItems && new Set(value).size < value.length) refuse('repeats an entry');
    checkEntries(schema.items, value, path, ids, report);
  } else {
    if (schema.propertyNames) {
      for (const name in value as object)
        checkValue(schema.propertyNames, name, `${path}/${escapePointer(name)}`, ids, report);
    }
    checkEntries(schema.additionalProperties, value as object, path, ids, report);
  }
}

function checkEntries(schema: ValueSchema | undefined, value: object, path: string, ids: Ids, report: Report): void {
  if (!schema) return;
  for (const name in value) {
    checkValue(schema, value[name as keyof typeof value], `${path}/${escapePointer(name)}`, ids, report);
  }
}

const IS_TYPE: Readonly<Record<ValueType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) <= MAX_QUANTITY,
  array: isList,
  object: (value) => typeof value === 'object' && value !== null && !isList(value),
};

/** Typed arrays pass for lists. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

const TYPE_NAMES: Readonly<Record<ValueType, string>> = {
  string: 'a string',
  number: 'a number',
  integer: `an integer up to ${MAX_QUANTITY}`,
  array: 'a list',
  object: 'an object',
};

const UNKNOWN: Readonly<Record<keyof Ids, IssueCode>> = {
  dimension: 'unknown-dimension',
  level: 'unknown-level',
  group: 'unknown-group',
};

function escapePointer(name: string): string {
  return /[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}
