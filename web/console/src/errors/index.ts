export { ApiError } from './ApiError';
export { describe, inOwnWords, reportError, unreport, whenSignedOut } from './report';
