/** Gaps on the cards of the stock: what of one will be left empty in the end, where src/compile/gap-waste.ts has weighed them. */
import { gapScale, gapSteps, gapWaste, stockTerm } from '../layout.gen';

/** Whether gaps on the cards of this term are weighed. */
export function weighsGaps(term: usize): bool {
  return gapSteps > 0 && <usize>load<i32>(stockTerm) == term;
}

/** In cards; `amount`: free on one card. */
export function wasteOf(amount: i32): f64 {
  const step = <i32>(<f64>max(0, amount) * load<f64>(gapScale));
  return load<f64>(gapWaste + (<usize>min(step, gapSteps - 1) << 3));
}
