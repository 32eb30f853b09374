export { pseudonymsIn, restoredIn } from './journey';
export { cut, marksOf, type Mark } from './marks';
export { Marked, type MarkKind } from './Marked';
