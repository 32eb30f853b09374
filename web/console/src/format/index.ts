export { humanise, shortId } from './format';
export { useFormat } from './useFormat';
export { fromField, toField } from './moments';
