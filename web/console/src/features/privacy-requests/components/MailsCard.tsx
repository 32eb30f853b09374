import { useTranslation } from 'react-i18next';
import { Card, CardHead, Tag, type Tone, When } from '@/ui';
import { useMails } from '../hooks/useRequests';
import type { Letter, Mail, PrivacyRequest } from '../types';
import classes from './Requests.module.css';

const TONE: Record<Mail['state'], Tone> = { waiting: 'blue', sent: 'green', given_up: 'red' };

/** What was mailed about the request and what became of it; nothing where nothing was. */
export function MailsCard({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation();
  const mails = useMails(request.id).data?.items ?? [];
  if (mails.length === 0) return null;
  return (
    <Card>
      <CardHead title={t('requests.mailsTitle')} lead={t('requests.mailsLead')} />
      <ul className={classes.mails}>
        {mails.map((mail) => (
          <li key={mail.id}>
            <span>{mail.kind === 'letter' ? t(`requests.letter.${mail.topic as Letter}`) : t(`requests.mailKind.${mail.kind}`)}</span>
            <Tag tone={TONE[mail.state]}>{t(`requests.mailState.${mail.state}`)}</Tag>
            <span className={classes.small}>
              <When at={mail.ended_at ?? mail.created_at} />
              {mail.state !== 'sent' && mail.reply && ` · ${mail.reply}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
