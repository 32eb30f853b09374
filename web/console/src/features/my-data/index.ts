export { ErasureReceipt } from './components/ErasureReceipt';
export { ErasureTag } from './components/ErasureTag';
export { MyDataPage } from './components/MyDataPage';
export type { Erasure } from './types';
