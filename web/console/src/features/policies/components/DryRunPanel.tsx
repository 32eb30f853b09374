import { Button, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '@/ui';
import { useDryRun } from '../hooks/usePolicies';
import { DryRunOutcome } from './DryRunOutcome';
import classes from './Policies.module.css';

const NOBODY = { model: '', platform_id: '', user_group: '' };
const ASKED = [['model', 'policies.model'], ['platform_id', 'policies.platform'], ['user_group', 'policies.group']] as const;

/** Tries the policies on a text that goes nowhere. */
export function DryRunPanel() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [as, setAs] = useState(NOBODY);
  const run = useDryRun();
  const given = Object.fromEntries(Object.entries(as).filter(([, value]) => value.trim()));
  return (
    <Card p="lg">
      <Title order={2}>{t('policies.dryRun')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('policies.dryRunLead')}
      </Text>
      <Textarea label={t('policies.sample')} autosize minRows={3} maxRows={12} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={classes.asked}>
        {ASKED.map(([name, label]) => (
          <TextInput key={name} mt="sm" label={t(label)} placeholder={t('common.none')} value={as[name]} onChange={(event) => setAs({ ...as, [name]: event.currentTarget.value })} />
        ))}
      </div>
      <Button mt="sm" variant="light" leftSection={<IconFlask size={16} />} disabled={!text.trim()} loading={run.isPending} onClick={() => run.mutate({ text, ...given })}>
        {t('policies.run')}
      </Button>
      {run.data && run.variables && <DryRunOutcome text={run.variables.text} result={run.data} />}
    </Card>
  );
}
