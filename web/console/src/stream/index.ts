export { readEvents, type StreamEvent } from './events';
