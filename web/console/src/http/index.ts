export { request, send } from './request';
export { useChange } from './useChange';
export { usePages } from './usePages';
export { save } from './save';
