export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Layout =
  | { readonly kind: 'tooSmall' }
  | {
      readonly kind: 'full';
      readonly header: Rect;
      readonly list: Rect;
      readonly detail: Rect;
      /** Detail stands beside the list, not below it. */
      readonly wide: boolean;
      readonly notice: Rect;
      readonly footer: Rect;
    };

export const minCols = 60;
export const minRows = 16;

/** From this width on, the detail stands beside the list. */
const wideCols = 132;
const headerRows = 2;

/** Where everything goes. One row between list and detail, one for notices, one for key hints. */
export function layout(cols: number, rows: number): Layout {
  if (cols < minCols || rows < minRows) return { kind: 'tooSmall' };
  const bodyRows = rows - headerRows - 2;
  const notice = { x: 0, y: rows - 2, width: cols, height: 1 };
  const footer = { x: 0, y: rows - 1, width: cols, height: 1 };
  const header = { x: 0, y: 0, width: cols, height: headerRows };
  if (cols >= wideCols) {
    const detailCols = Math.min(76, Math.floor(cols * 0.38));
    const listCols = cols - detailCols - 3;
    return {
      kind: 'full',
      wide: true,
      header,
      notice,
      footer,
      list: { x: 0, y: headerRows, width: listCols, height: bodyRows },
      detail: { x: listCols + 3, y: headerRows, width: detailCols, height: bodyRows },
    };
  }
  const detailRows = Math.max(5, Math.floor(bodyRows * 0.42));
  const listRows = bodyRows - detailRows - 1;
  return {
    kind: 'full',
    wide: false,
    header,
    notice,
    footer,
    list: { x: 0, y: headerRows, width: cols, height: listRows },
    detail: { x: 0, y: headerRows + listRows + 1, width: cols, height: detailRows },
  };
}

/** First item to show, so that the cursor stands in the middle where it can. */
export function firstVisible(cursor: number, count: number, height: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(height / 2), count - height));
}
