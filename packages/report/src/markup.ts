/**
 * Text that may stand in HTML and SVG as it is. Everything else that goes into a template is escaped, so a hostile name
 * cannot leave its place.
 */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Content = string | number | Markup | false | null | undefined | readonly Content[];

/** Tag for HTML and SVG: literal parts stand, values are escaped, arrays are joined, `false` and absent values vanish. */
export function markup(literals: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = literals[0] ?? '';
  values.forEach((value, index) => {
    text += render(value) + (literals[index + 1] ?? '');
  });
  return new Markup(text);
}

function render(value: Content): string {
  if (value === false || value === null || value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return escapeText(String(value));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Escapes for element content and quoted attributes. What XML forbids, and direction overrides, which make a name
 * look like another one, become U+FFFD.
 */
export function escapeText(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu,
      '\ufffd',
    )
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
