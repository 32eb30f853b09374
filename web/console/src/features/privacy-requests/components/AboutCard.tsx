import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Card, CardHead, type Field, Fields } from '@/ui';
import type { PrivacyRequest } from '../types';
import classes from './Requests.module.css';

/** Who asks for what. Of an erasure that is done nothing is kept of that. */
export function AboutCard({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = (value: string) => <span className={classes.text}>{value}</span>;
  const fields: Field[] = [
    { label: t('requests.contact'), value: request.contact ?? t('requests.erasedContact'), wide: true },
    ...(request.subject_reference ? [{ label: t('requests.reference'), value: request.subject_reference, wide: true }] : []),
    { label: t('requests.step.received'), value: format.fullTime(request.received_at) },
    { label: t('requests.due'), value: format.fullTime(request.due_at) },
    ...(request.details ? [{ label: t('requests.details'), value: text(request.details), wide: true }] : []),
    ...(request.extension_reason ? [{ label: t('requests.extensionReason'), value: text(request.extension_reason), wide: true }] : []),
    ...(request.refusal_reason ? [{ label: t('requests.refusalReason'), value: text(request.refusal_reason), wide: true }] : []),
  ];
  return (
    <Card>
      <CardHead title={t('requests.aboutTitle')} lead={t('requests.sealed')} />
      <div className={classes.part}>
        <Fields fields={fields} />
      </div>
    </Card>
  );
}
