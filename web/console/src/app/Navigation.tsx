import { IconActivity, IconAlertTriangle, IconArchive, IconArrowsSplit2, IconClipboardList, IconCoin, IconFileText, IconKey, IconMailQuestion, IconPlugConnected, IconSend, IconShieldHalf, IconSpeakerphone, IconUserCheck, IconUsers, IconUserShield, IconZoomScan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import classes from './Shell.module.css';

const SECTIONS = [
  {
    title: 'nav.use',
    links: [
      { to: '/interactions', label: 'nav.interactions', icon: IconActivity },
      { to: '/try', label: 'nav.tryIt', icon: IconSend },
    ],
  },
  {
    title: 'nav.govern',
    links: [
      { to: '/policies', label: 'nav.policies', icon: IconShieldHalf },
      { to: '/detection', label: 'nav.detection', icon: IconZoomScan },
      { to: '/retention', label: 'nav.retention', icon: IconArchive },
      { to: '/incidents', label: 'nav.incidents', icon: IconAlertTriangle },
      { to: '/record', label: 'nav.record', icon: IconFileText },
      { to: '/announcements', label: 'nav.announcements', icon: IconSpeakerphone },
      { to: '/audit', label: 'nav.audit', icon: IconClipboardList },
    ],
  },
  {
    title: 'nav.rights',
    links: [
      { to: '/privacy-requests', label: 'nav.requests', icon: IconMailQuestion },
      { to: '/consents', label: 'nav.consents', icon: IconUserCheck },
      { to: '/my-data', label: 'nav.myData', icon: IconUserShield },
    ],
  },
  {
    title: 'nav.run',
    links: [
      { to: '/providers', label: 'nav.providers', icon: IconPlugConnected },
      { to: '/routes', label: 'nav.routes', icon: IconArrowsSplit2 },
      { to: '/budgets', label: 'nav.budgets', icon: IconCoin },
      { to: '/keys', label: 'nav.apiKeys', icon: IconKey },
      { to: '/accounts', label: 'nav.accounts', icon: IconUsers },
    ],
  },
] as const;

/** Pages of which others would see nothing. */
const ADMINS_ONLY: readonly string[] = ['/retention', '/incidents', '/privacy-requests', '/consents', '/accounts', '/announcements'];

export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  return (
    <nav className={classes.nav} aria-label={t('nav.label')}>
      {SECTIONS.map((section) => (
        <div key={section.title}>
          <div className={classes.section}>{t(section.title)}</div>
          {section.links.filter(({ to }) => admin || !ADMINS_ONLY.includes(to)).map(({ to, label, icon: Icon }) => (
            <Link key={to} to={to} className={classes.link} onClick={onNavigate}>
              <Icon size={18} stroke={1.7} aria-hidden="true" />
              {t(label)}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
