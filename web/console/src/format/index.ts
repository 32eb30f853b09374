export { humanise, shortId } from './format';
export { useFormat } from './useFormat';
