export { humanise, shortId } from './format';
export { useFormat } from './useFormat';
export { dayField, endOfDay, fromField, startOfDay, toField } from './moments';
