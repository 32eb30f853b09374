export { ApiError } from './ApiError';
export { describe, reportError, whenSignedOut } from './report';
