import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, useLocation, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { ApiError } from '@/errors';
import { InvitationPage, meQuery, SetupPage, SignInPage } from '@/features/session';
import { Failed } from './Failed';
import { NotFound } from './NotFound';
import { queryClient } from './queryClient';
import { Shell } from './Shell';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Only a path of this console: a link to another site must not ride on the sign-in page. */
const ownPath = (value: unknown) => (/^\/(?![/\\])/.test(text(value)) ? text(value) : '/interactions');

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    search['next'] ? { next: ownPath(search['next']) } : {},
  component: () => <SignInPage next={signIn.useSearch().next ?? '/interactions'} />,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>) => ({ token: text(search['token']) }),
  component: () => <SetupPage token={setup.useSearch().token} />,
});

/** What stands behind # never leaves the browser: no proxy on the way writes it down. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: function OfInvitation() {
    return <InvitationPage token={useLocation({ select: ({ hash }) => hash })} />;
  },
});

/** The page of one thing, whose id is the last part of the address. */
const withId = (Page: ComponentType<{ id: string }>) =>
  function OfId() {
    const { id } = useParams({ strict: false });
    return <Page key={id} id={id ?? ''} />;
  };

/** Everything below asks who is signed in first. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } });
      }
      throw error;
    }
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/interactions' });
  },
});

const interactions = createRoute({
  getParentRoute: () => shell,
  path: '/interactions',
  validateSearch: (search: Record<string, unknown>): { id?: string } =>
    search['id'] ? { id: text(search['id']) } : {},
  component: lazyRouteComponent(() => import('@/features/interactions'), 'InteractionsPage'),
});
const tryIt = createRoute({
  getParentRoute: () => shell,
  path: '/try',
  component: lazyRouteComponent(() => import('@/features/try-it'), 'TryItPage'),
});
const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  component: lazyRouteComponent(() => import('@/features/policies'), 'PoliciesPage'),
});
const detection = createRoute({
  getParentRoute: () => shell,
  path: '/detection',
  component: lazyRouteComponent(() => import('@/features/detection'), 'DetectionPage'),
});
const providers = createRoute({
  getParentRoute: () => shell,
  path: '/providers',
  component: lazyRouteComponent(() => import('@/features/providers'), 'ProvidersPage'),
});
const apiKeys = createRoute({
  getParentRoute: () => shell,
  path: '/keys',
  component: lazyRouteComponent(() => import('@/features/api-keys'), 'ApiKeysPage'),
});
/** What the page of the audit log keeps in its address. */
const AUDIT_FILTERS = ['kind', 'action', 'actor', 'from', 'to'] as const;

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): Partial<Record<(typeof AUDIT_FILTERS)[number], string>> =>
    Object.fromEntries(AUDIT_FILTERS.flatMap((name) => (search[name] ? [[name, text(search[name])]] : []))),
  component: lazyRouteComponent(() => import('@/features/audit'), 'AuditPage'),
});

const myData = createRoute({
  getParentRoute: () => shell,
  path: '/my-data',
  component: lazyRouteComponent(() => import('@/features/my-data'), 'MyDataPage'),
});

const retention = createRoute({
  getParentRoute: () => shell,
  path: '/retention',
  component: lazyRouteComponent(() => import('@/features/retention'), 'RetentionPage'),
});

const incidents = createRoute({
  getParentRoute: () => shell,
  path: '/incidents',
  component: lazyRouteComponent(() => import('@/features/incidents'), 'IncidentsPage'),
});
const incident = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/$id',
  component: lazyRouteComponent(async () => ({ IncidentPage: withId((await import('@/features/incidents')).IncidentPage) }), 'IncidentPage'),
});
const privacyRequests = createRoute({
  getParentRoute: () => shell,
  path: '/privacy-requests',
  component: lazyRouteComponent(() => import('@/features/privacy-requests'), 'PrivacyRequestsPage'),
});
const privacyRequest = createRoute({
  getParentRoute: () => shell,
  path: '/privacy-requests/$id',
  component: lazyRouteComponent(async () => ({ PrivacyRequestPage: withId((await import('@/features/privacy-requests')).PrivacyRequestPage) }), 'PrivacyRequestPage'),
});
const consents = createRoute({
  getParentRoute: () => shell,
  path: '/consents',
  validateSearch: (search: Record<string, unknown>): { person?: string } => (search['person'] ? { person: text(search['person']) } : {}),
  component: lazyRouteComponent(async () => {
    const { ConsentsPage } = await import('@/features/consents');
    return { ConsentsPage: () => <ConsentsPage person={consents.useSearch().person ?? null} /> };
  }, 'ConsentsPage'),
});
const record = createRoute({
  getParentRoute: () => shell,
  path: '/record',
  component: lazyRouteComponent(() => import('@/features/record'), 'RecordPage'),
});
const budgets = createRoute({
  getParentRoute: () => shell,
  path: '/budgets',
  component: lazyRouteComponent(() => import('@/features/budgets'), 'BudgetsPage'),
});
const routes = createRoute({
  getParentRoute: () => shell,
  path: '/routes',
  component: lazyRouteComponent(() => import('@/features/routes'), 'RoutesPage'),
});
const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  component: lazyRouteComponent(() => import('@/features/accounts'), 'AccountsPage'),
});
const announcements = createRoute({
  getParentRoute: () => shell,
  path: '/announcements',
  component: lazyRouteComponent(() => import('@/features/announcements'), 'AnnouncementsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setup,
    invitation,
    shell.addChildren([home, interactions, tryIt, policies, detection, providers, apiKeys, audit, myData, retention, incidents, incident, privacyRequests, privacyRequest, consents, record, budgets, routes, accounts, announcements]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Failed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
