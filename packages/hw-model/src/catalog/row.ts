/** A catalogue row as it stands in the JSON files beside this one. `source` is an index into the row's `sources`. */
export interface CatalogRow {
  readonly id: string;
  readonly category: string;
  readonly vendor: string;
  readonly family: string;
  readonly model: string;
  readonly year?: number;
  readonly sources: readonly SourceRef[];
  readonly figures: readonly FigureRow[];
  readonly notes?: readonly string[];
}

export interface SourceRef {
  /** `repo:owner/name@commit:path`, a URL, or a description of what has no public address. */
  readonly ref: string;
  /** A: vendor's text or a public copy of it; B: community device library citing the vendor; C: test report, forum, third party. */
  readonly quality: string;
  readonly vendorPage?: string;
  readonly note?: string;
}

export type FigureValue = number | string | readonly (number | string)[];

export interface FigureRow {
  readonly name: string;
  readonly value: FigureValue;
  readonly unit?: string;
  readonly source?: number;
  /** Why the figure stands here without a source. Exactly one of `source` and `assumed` is present. */
  readonly assumed?: string;
  readonly note?: string;
}
