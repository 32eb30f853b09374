export { AccountMenu } from './components/AccountMenu';
export { Logo } from './components/Logo';
export { meQuery, useIsAdmin, useMe, useSetupState } from './hooks/useMe';
export { useFirstAccount, useLeave, useSignIn, useSignOut } from './hooks/useSignIn';
export { InvitationPage } from './components/InvitationPage';
export { SetupPage } from './components/SetupPage';
export { SignInPage } from './components/SignInPage';
export type { User } from './types';
