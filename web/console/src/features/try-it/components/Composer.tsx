import { Button, Group, Select, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconPlayerStop, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '@/ui';
import { EXAMPLES } from './examples';
import classes from './TryIt.module.css';

interface Props {
  text: string;
  onText: (text: string) => void;
  model: string;
  models: string[];
  onModel: (model: string) => void;
  running: boolean;
  onSend: () => void;
  onStop: () => void;
}

/** Where the message is written. */
export function Composer({ text, onText, model, models, onModel, running, onSend, onStop }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'fr' ? 'fr' : 'en';
  return (
    <Card p="md">
      <Textarea
        id="message"
        aria-label={t('tryIt.message')}
        placeholder={t('tryIt.placeholder')}
        autosize
        minRows={3}
        maxRows={12}
        variant="unstyled"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
        }}
      />
      <Group gap={6} mt="xs" role="group" aria-label={t('tryIt.examples')}>
        <Text size="xs" c="dimmed">
          {t('tryIt.examples')}
        </Text>
        {EXAMPLES.map((example) => (
          <UnstyledButton key={example.label} className={classes.chip} onClick={() => onText(example[language])}>
            {t(example.label)}
          </UnstyledButton>
        ))}
      </Group>
      <Group mt="md" gap="sm" className={classes.send}>
        <Select aria-label={t('tryIt.model')} data={models} value={model} onChange={(value) => value && onModel(value)} allowDeselect={false} searchable w={{ base: '100%', xs: 260 }} />
        <Text size="xs" c="dimmed" ml="auto" visibleFrom="sm">
          {t('tryIt.sendHint')}
        </Text>
        {running ? (
          <Button variant="default" leftSection={<IconPlayerStop size={16} />} onClick={onStop}>
            {t('tryIt.stop')}
          </Button>
        ) : (
          <Button leftSection={<IconSend size={16} />} onClick={onSend} disabled={!text.trim()}>
            {t('tryIt.send')}
          </Button>
        )}
      </Group>
    </Card>
  );
}
