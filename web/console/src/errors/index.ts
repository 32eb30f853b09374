export { ApiError } from './ApiError';
export { describe, reportError, unreport, whenSignedOut } from './report';
